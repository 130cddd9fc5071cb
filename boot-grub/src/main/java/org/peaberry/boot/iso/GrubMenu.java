/** Writes grub.cfg: the same hypervisor and dom0, or a kernel alone, by Multiboot 2, and by Multiboot 1. */
package org.peaberry.boot.iso;

import java.nio.file.Path;

/** @param defaultEntry 0 for Multiboot 2, 1 for Multiboot 1 */
record GrubMenu(BootFiles files, int defaultEntry) {
    String text() {
        return """
                # Boot menu on the serial console; the first entry starts after a second.
                serial --unit=0 --speed=115200
                terminal_input serial
                terminal_output serial
                set timeout=1
                set default=%d

                """.formatted(defaultEntry)
                + entry(title(), "multiboot2", "module2")
                + entry(title() + " (Multiboot 1)", "multiboot", "module");
    }

    private String title() {
        return files.kernel() == null ? files.hypervisor().getFileName().toString() : "Peaberry, with Linux as dom0";
    }

    private String entry(String title, String loader, String module) {
        return "menuentry '" + title + "' {\n"
                + command(loader, GrubIso.HYPERVISOR, files.hypervisorOptions())
                + (files.kernel() == null ? "" : command(module, GrubIso.KERNEL, files.kernelOptions()))
                + (files.initrd() == null ? "" : command(module, GrubIso.INITRD, ""))
                + "}\n";
    }

    private static String command(String name, Path file, String options) {
        return "    " + name + " /" + file + quoted(options) + "\n";
    }

    /** Each word in GRUB's single quotes, in which only the quote itself has a meaning. */
    private static String quoted(String options) {
        StringBuilder text = new StringBuilder();
        for (String word : options.trim().split("\\s+")) {
            if (!word.isEmpty()) {
                text.append(" '").append(word.replace("'", "'\\''")).append('\'');
            }
        }
        return text.toString();
    }
}
