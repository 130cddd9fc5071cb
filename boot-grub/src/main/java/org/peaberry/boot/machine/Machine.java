/** An emulated PC. */
package org.peaberry.boot.machine;

import java.util.List;

/**
 * @param memory in MiB
 * @param processor QEMU's processor model with features
 * @param debuggerPort where it waits for gdb before its first instruction; {@link #NO_DEBUGGER} when it does not
 * @param options further options of QEMU
 */
public record Machine(int memory, int cpus, String processor, int debuggerPort, List<String> options) {
    public static final int DEFAULT_MEMORY = 1024;
    public static final int NO_DEBUGGER = 0;
    /** The emulator's processor with AMD-V and nested paging. */
    public static final String AMD_V = "qemu64,+svm,+npt";

    public static Machine standard() {
        return new Machine(DEFAULT_MEMORY, 1, AMD_V, NO_DEBUGGER, List.of());
    }

    public Machine withMemory(int megabytes) {
        return new Machine(megabytes, cpus, processor, debuggerPort, options);
    }

    public Machine withProcessor(String model) {
        return new Machine(memory, cpus, model, debuggerPort, options);
    }

    public Machine withOptions(List<String> more) {
        return new Machine(memory, cpus, processor, debuggerPort, more);
    }
}
