/** Permission maps of one domain for ports and model-specific registers. */
package org.peaberry.arch.svm;

import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.virtualization.GuestPermissions;
import org.peaberry.arch.virtualization.PortBitmap;
import org.peaberry.arch.virtualization.StructureMemory;
import org.peaberry.runtime.unboxed.PhysicalAddress;

final class SvmPermissions extends GuestPermissions {
    /** Registers that VMLOAD, VMSAVE or VMRUN give each guest of its own: no exit is needed. */
    private static final int[] GUEST_OWNED = {
        Msr.SYSENTER_CS, Msr.SYSENTER_ESP, Msr.SYSENTER_EIP, Msr.PAGE_ATTRIBUTE_TABLE, Msr.STAR, Msr.LSTAR, Msr.CSTAR,
        Msr.SYSTEM_CALL_MASK, Msr.FS_BASE, Msr.GS_BASE, Msr.KERNEL_GS_BASE,
    };

    /** Three frames are used, for accesses that begin at the last ports. */
    private static final int PORT_BITMAP_ORDER = 2;

    private final MsrPermissionMap registers;

    SvmPermissions(StructureMemory memory) {
        super(memory, new PortBitmap(memory, PORT_BITMAP_ORDER));
        this.registers = new MsrPermissionMap(memory.block(MsrPermissionMap.ORDER));
        for (int index : GUEST_OWNED) {
            registers.intercept(index, false, false);
        }
    }

    PhysicalAddress msrMap() {
        return registers.physical();
    }

    @Override
    public void interceptMsr(int index, boolean reads, boolean writes) {
        registers.intercept(index, reads, writes);
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
