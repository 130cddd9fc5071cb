/** What every guest's VMCS says: what exits, and no more than that. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.virtualization.VirtualMachine;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/**
 * Not intercepted: time stamp counter, CR3, INVLPG, page faults, registers of system calls. Debug and alignment exceptions are:
 * a guest could keep the processor busy for ever by raising them while they are delivered (CVE-2015-5307, CVE-2015-8104).
 */
final class VmxControls {
    static final int ALIGNMENT_CHECK = 17;
    static final int DEBUG = 1;
    static final int MACHINE_CHECK = 18;
    private static final int EXCEPTIONS = 1 << DEBUG | 1 << ALIGNMENT_CHECK | 1 << MACHINE_CHECK;
    /** There is no shadow VMCS. Intel SDM vol. 3, section 25.4.2. */
    private static final long NO_LINK = -1;

    private VmxControls() {
    }

    /** Fills the controls of the current VMCS. @param virtualApic a frame: CR8 is kept in it */
    static void fill(VmxFeatures features, VirtualMachine machine, PhysicalAddress virtualApic, int virtualProcessor) {
        Vmcs.write(Field32.PIN_CONTROLS, features.pinControls);
        Vmcs.write(Field32.PROCESSOR_CONTROLS, features.processorControls);
        Vmcs.write(Field32.SECONDARY_CONTROLS, features.secondaryControls);
        Vmcs.write(Field32.EXIT_CONTROLS, features.exitControls);
        Vmcs.write(Field32.ENTRY_CONTROLS, features.entryControls);
        Vmcs.write(Field32.EXCEPTION_BITMAP, EXCEPTIONS);
        fillCounts();
        VmxPermissions permissions = (VmxPermissions) machine.permissions();
        Vmcs.write(Field64.IO_BITMAP_A, permissions.ports().toLong());
        Vmcs.write(Field64.IO_BITMAP_B, permissions.upperPorts().toLong());
        Vmcs.write(Field64.MSR_BITMAPS, permissions.msrBitmap().toLong());
        Vmcs.write(Field64.VIRTUAL_APIC_ADDRESS, virtualApic.toLong());
        Vmcs.write(Field64.EPT_POINTER, EptPointer.of(machine.nestedPages().root()));
        Vmcs.write(Field64.VMCS_LINK_POINTER, NO_LINK);
        Vmcs.write(Field64.GUEST_DEBUG_CONTROL, 0);
        if (features.hasVirtualApic) {
            fillVirtualApic();
        }
        if (features.hasVpid) {
            Vmcs.write(Field16.VPID, virtualProcessor);
        }
    }

    private static void fillVirtualApic() {
        Vmcs.write(Field16.GUEST_INTERRUPT_STATUS, 0);
        Vmcs.write(Field64.EOI_EXIT_BITMAP_0, 0);
        Vmcs.write(Field64.EOI_EXIT_BITMAP_1, 0);
        Vmcs.write(Field64.EOI_EXIT_BITMAP_2, 0);
        Vmcs.write(Field64.EOI_EXIT_BITMAP_3, 0);
    }

    /** A cleared VMCS holds anything. */
    private static void fillCounts() {
        Vmcs.write(Field32.PAGE_FAULT_ERROR_CODE_MASK, 0);
        Vmcs.write(Field32.PAGE_FAULT_ERROR_CODE_MATCH, 0);
        Vmcs.write(Field32.CR3_TARGET_COUNT, 0);
        Vmcs.write(Field32.EXIT_MSR_STORE_COUNT, 0);
        Vmcs.write(Field32.EXIT_MSR_LOAD_COUNT, 0);
        Vmcs.write(Field32.ENTRY_MSR_LOAD_COUNT, 0);
        Vmcs.write(Field32.ENTRY_INTERRUPTION_INFORMATION, 0);
        Vmcs.write(Field32.TASK_PRIORITY_THRESHOLD, 0);
        Vmcs.write(Field32.GUEST_INTERRUPTIBILITY, 0);
        Vmcs.write(Field32.GUEST_ACTIVITY, 0);
        Vmcs.write(Field32.GUEST_SYSENTER_CS, 0);
        Vmcs.write(FieldNatural.GUEST_SYSENTER_ESP, 0);
        Vmcs.write(FieldNatural.GUEST_SYSENTER_EIP, 0);
        Vmcs.write(FieldNatural.GUEST_PENDING_DEBUG_EXCEPTIONS, 0);
        Vmcs.write(Field64.TSC_OFFSET, 0);
    }
}
