/** Bitmaps of one domain for ports and model-specific registers. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.virtualization.GuestPermissions;
import org.peaberry.arch.virtualization.PortBitmap;
import org.peaberry.arch.virtualization.StructureMemory;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

final class VmxPermissions extends GuestPermissions {
    /** Registers that each guest has of its own, by its VMCS or because they move with it: no exit is needed. */
    private static final int[] GUEST_OWNED = {
        Msr.SYSENTER_CS, Msr.SYSENTER_ESP, Msr.SYSENTER_EIP, Msr.PAGE_ATTRIBUTE_TABLE, Msr.STAR, Msr.LSTAR, Msr.CSTAR,
        Msr.SYSTEM_CALL_MASK, Msr.FS_BASE, Msr.GS_BASE, Msr.KERNEL_GS_BASE,
    };

    /** Two frames: ports up to 0x7fff, then the others. */
    private static final int PORT_BITMAP_ORDER = 1;

    private final VmxMsrBitmap registers;
    /** For guests in x2APIC mode, on processors that know its rules. */
    private final VmxMsrBitmap withX2Apic;

    VmxPermissions(StructureMemory memory) {
        super(memory, new PortBitmap(memory, PORT_BITMAP_ORDER));
        this.registers = new VmxMsrBitmap(memory.frame());
        this.withX2Apic = new VmxMsrBitmap(memory.frame());
        for (int index : GUEST_OWNED) {
            interceptMsr(index, false, false);
        }
        X2ApicMsr.permit(withX2Apic);
    }

    /** The bitmap of ports from 0x8000. */
    PhysicalAddress upperPorts() {
        return ports().plus(HostFrame.SIZE);
    }

    PhysicalAddress msrBitmap() {
        return registers.physical();
    }

    PhysicalAddress x2ApicBitmap() {
        return withX2Apic.physical();
    }

    @Override
    public void interceptMsr(int index, boolean reads, boolean writes) {
        registers.intercept(index, reads, writes);
        withX2Apic.intercept(index, reads, writes);
    }

    @Override
    public boolean interceptsMsrRead(int index) {
        return registers.interceptsRead(index);
    }

    @Override
    public boolean interceptsMsrWrite(int index) {
        return registers.interceptsWrite(index);
    }
}
