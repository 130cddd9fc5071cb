/** Bitmaps of one domain for ports and model-specific registers. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.virtualization.GuestPermissions;
import org.peaberry.arch.virtualization.StructureMemory;
import org.peaberry.runtime.unboxed.PhysicalAddress;

final class VmxPermissions extends GuestPermissions {
    /** Registers that each guest has of its own, by its VMCS or because they move with it: no exit is needed. */
    private static final int[] GUEST_OWNED = {
        Msr.SYSENTER_CS, Msr.SYSENTER_ESP, Msr.SYSENTER_EIP, Msr.PAGE_ATTRIBUTE_TABLE, Msr.STAR, Msr.LSTAR, Msr.CSTAR,
        Msr.SYSTEM_CALL_MASK, Msr.FS_BASE, Msr.GS_BASE, Msr.KERNEL_GS_BASE,
    };

    private final StructureMemory memory;
    private final VmxPortBitmap ports;
    private final VmxMsrBitmap registers;
    /** For guests in x2APIC mode, on processors that know its rules. */
    private final VmxMsrBitmap withX2Apic;

    VmxPermissions(StructureMemory memory) {
        this.memory = memory;
        this.ports = new VmxPortBitmap(memory.block(VmxPortBitmap.ORDER));
        this.registers = new VmxMsrBitmap(memory.frame());
        this.withX2Apic = new VmxMsrBitmap(memory.frame());
        for (int index : GUEST_OWNED) {
            interceptMsr(index, false, false);
        }
        X2ApicMsr.permit(withX2Apic);
    }

    PhysicalAddress lowerPorts() {
        return ports.physical();
    }

    PhysicalAddress upperPorts() {
        return ports.upperHalf();
    }

    PhysicalAddress msrBitmap() {
        return registers.physical();
    }

    PhysicalAddress x2ApicBitmap() {
        return withX2Apic.physical();
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

    @Override
    public void destroy() {
        memory.release(ports.physical(), VmxPortBitmap.ORDER);
        memory.release(registers.physical());
        memory.release(withX2Apic.physical());
    }
}
