/** The packages that may touch raw memory, each with the memory it is about. */
package org.peaberry.verifier.rules.hardware;

import java.util.Map;

final class RawMemoryPackages {
    private static final Map<String, String> MEMORY = Map.ofEntries(
            Map.entry("org.peaberry.arch.acpi", "tables of the firmware"),
            Map.entry("org.peaberry.arch.apic", "registers of interrupt controllers"),
            Map.entry("org.peaberry.arch.boot", "what the boot loader left"),
            Map.entry("org.peaberry.arch.cpu", "descriptor tables and per-CPU areas"),
            Map.entry("org.peaberry.arch.decode", "page tables of guests"),
            Map.entry("org.peaberry.arch.paging", "page tables"),
            Map.entry("org.peaberry.arch.svm", "control blocks of AMD-V"),
            Map.entry("org.peaberry.arch.trap", "frames of traps"),
            Map.entry("org.peaberry.arch.virtualization", "areas shared with guests' processors"),
            Map.entry("org.peaberry.arch.vmx", "control structures of VT-x"),
            Map.entry("org.peaberry.kernel.boot", "boot modules"),
            Map.entry("org.peaberry.kernel.dom0", "dom0's memory before it runs"),
            Map.entry("org.peaberry.kernel.domain", "areas shared with guests"),
            Map.entry("org.peaberry.kernel.event", "pending bits shared with guests"),
            Map.entry("org.peaberry.kernel.grant", "grant tables shared with guests"),
            Map.entry("org.peaberry.kernel.hypercall", "copies of guests' arguments"),
            Map.entry("org.peaberry.kernel.memory", "frames"),
            Map.entry("org.peaberry.kernel.unpack", "the packed kernel"));

    private RawMemoryPackages() {
    }

    /** Whether the package or one it is in may; the runtime itself always may. */
    static boolean contains(String packageName) {
        for (String at = packageName; at.contains("."); at = at.substring(0, at.lastIndexOf('.'))) {
            if (MEMORY.containsKey(at)) {
                return true;
            }
        }
        return packageName.startsWith("org.peaberry.runtime");
    }
}
