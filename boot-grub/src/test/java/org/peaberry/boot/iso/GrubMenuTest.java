/** The boot menu's commands. */
package org.peaberry.boot.iso;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class GrubMenuTest {
    @Test
    void bothMultibootVersionsLoadTheSame() {
        String menu = new GrubMenu(files("console=com1", "quiet"), 0).text();
        assertTrue(menu.contains("multiboot2 /boot/peaberry.elf 'console=com1'\n    module2 /boot/vmlinuz 'quiet'\n    module2 /boot/initrd\n"), menu);
        assertTrue(menu.contains("multiboot /boot/peaberry.elf 'console=com1'\n    module /boot/vmlinuz 'quiet'\n    module /boot/initrd\n"), menu);
    }

    @Test
    void quoteInAnOptionStaysInsideItsWord() {
        String menu = new GrubMenu(files("it's $HOME; halt", ""), 0).text();
        assertTrue(menu.contains("'it'\\''s' '$HOME;' 'halt'\n"), menu);
    }

    @Test
    void absentModulesAreNotLoaded() {
        String menu = new GrubMenu(new BootFiles(Path.of("elf"), null, null, "", ""), 0).text();
        assertFalse(menu.contains("module"), menu);
    }

    private static BootFiles files(String hypervisorOptions, String kernelOptions) {
        return new BootFiles(Path.of("elf"), Path.of("kernel"), Path.of("initrd"), hypervisorOptions, kernelOptions);
    }
}
