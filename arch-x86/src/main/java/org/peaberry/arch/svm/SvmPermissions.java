/** Permission maps of one domain for ports and model-specific registers. */
package org.peaberry.arch.svm;

import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.virtualization.GuestPermissions;
import org.peaberry.arch.virtualization.StructureMemory;
import org.peaberry.runtime.unboxed.PhysicalAddress;

final class SvmPermissions extends GuestPermissions {
    /** Registers that VMLOAD, VMSAVE or VMRUN give each guest of its own: no exit is needed. */
    private static final int[] GUEST_OWNED = {
        Msr.SYSENTER_CS, Msr.SYSENTER_ESP, Msr.SYSENTER_EIP, Msr.PAGE_ATTRIBUTE_TABLE, Msr.STAR, Msr.LSTAR, Msr.CSTAR,
        Msr.SYSTEM_CALL_MASK, Msr.FS_BASE, Msr.GS_BASE, Msr.KERNEL_GS_BASE,
    };

    private final StructureMemory memory;
    private final PortPermissionMap ports;
    private final MsrPermissionMap registers;

    SvmPermissions(StructureMemory memory) {
        this.memory = memory;
        this.ports = new PortPermissionMap(memory.block(PortPermissionMap.ORDER));
        this.registers = new MsrPermissionMap(memory.block(MsrPermissionMap.ORDER));
        for (int index : GUEST_OWNED) {
            registers.intercept(index, false, false);
        }
    }

    PhysicalAddress portMap() {
        return ports.physical();
    }

    PhysicalAddress msrMap() {
        return registers.physical();
    }

    @Override
    public boolean interceptsPort(int port) {
        return ports.intercepts(port);
    }

    @Override
    protected void intercept(int firstPort, int count, boolean intercept) {
        ports.intercept(firstPort, count, intercept);
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

    @Override
    public void destroy() {
        memory.release(ports.physical(), PortPermissionMap.ORDER);
        memory.release(registers.physical(), MsrPermissionMap.ORDER);
    }
}
