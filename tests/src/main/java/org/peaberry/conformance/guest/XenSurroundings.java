/** A hypervisor that speaks Xen's interface. Numbers: Xen, public/xen.h, public/sched.h, public/arch-x86/cpuid.h. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.runtime.unboxed.Address;

final class XenSurroundings extends Surroundings {
    static final int SIGNATURE_LEAF = 0x4000_0000;
    /** "XenV". */
    static final int SIGNATURE = 0x566e_6558;

    private static final int CONSOLE_IO = 18;
    private static final int CONSOLE_WRITE = 0;
    private static final int SCHED_OP = 29;
    private static final int SHUTDOWN = 2;
    private static final int REASON_POWER_OFF = 0;
    private static final int HYPERCALL_LEAF = SIGNATURE_LEAF + 2;

    XenSurroundings() {
        Processor.writeMsr(Cpuid.query(HYPERCALL_LEAF, 0).ebx(), GuestMemory.HYPERCALL_PAGE);
    }

    @Override
    void write(int bytes) {
        Hypercall.call(CONSOLE_IO, CONSOLE_WRITE, bytes, GuestMemory.TEXT);
    }

    @Override
    void end(boolean passed) {
        Address.of(GuestMemory.ARGUMENT).store(REASON_POWER_OFF);
        Hypercall.call(SCHED_OP, SHUTDOWN, GuestMemory.ARGUMENT, 0);
    }

    @Override
    String name() {
        return "under a hypervisor";
    }
}
