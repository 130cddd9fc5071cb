/** From here on traps come to Java, and an access through null is one. */
package org.peaberry.kernel.boot;

import org.peaberry.arch.cpu.CpuTables;
import org.peaberry.arch.paging.BootTables;
import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.arch.trap.NullPageFault;
import org.peaberry.arch.trap.TrapTable;
import org.peaberry.arch.trap.Traps;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.memory.RawMemory;

@BootOnly
public final class FirstTraps {
    private FirstTraps() {
    }

    /** The hypervisor is compiled with {@code --null-checks fault}. */
    public static void take() {
        CpuTables.install(RawMemory.symbol("boot_cpu_stacks"));
        Traps.handle(ExceptionVector.PAGE_FAULT, new NullPageFault());
        TrapTable.fill();
        TrapTable.load();
        BootTables.unmapLowAddresses();
    }
}
