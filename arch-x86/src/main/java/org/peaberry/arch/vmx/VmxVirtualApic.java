/** The local APIC of a guest of VT-x: its virtual-APIC page, and what the processor does with it. Intel SDM vol. 3, chapter 30. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.virtualization.ApicPage;
import org.peaberry.arch.virtualization.VirtualApic;
import org.peaberry.runtime.unboxed.PhysicalAddress;

final class VmxVirtualApic extends VirtualApic {
    private static final int CLASS_SHIFT = 4;
    private static final long LOW_HALF = 0xffff_ffffL;
    private static final Field64[] EOI_EXITS = {Field64.EOI_EXIT_BITMAP_0, Field64.EOI_EXIT_BITMAP_1, Field64.EOI_EXIT_BITMAP_2, Field64.EOI_EXIT_BITMAP_3};

    private final VmxRegisters cpu;
    private final VmxPermissions permissions;
    private final boolean deliversInterrupts;
    private final int secondaryControls;
    private int awaitedClass;

    /** @param page a zeroed frame, the virtual-APIC page */
    VmxVirtualApic(VmxRegisters cpu, VmxFeatures features, PhysicalAddress page) {
        super(new ApicPage(DirectMap.addressOf(page)));
        this.cpu = cpu;
        this.permissions = (VmxPermissions) cpu.machine().permissions();
        this.deliversInterrupts = features.hasVirtualApic;
        this.secondaryControls = features.secondaryControls;
    }

    @Override
    public boolean deliversInterrupts() {
        return deliversInterrupts;
    }

    @Override
    public int taskPriority() {
        return registers().read(ApicPage.TASK_PRIORITY);
    }

    /** A threshold above the task priority would be refused at the entry: it falls with it. Intel SDM vol. 3, section 27.2.1.1. */
    @Override
    public void taskPriority(int value) {
        registers().write(ApicPage.TASK_PRIORITY, value);
        if (value >> CLASS_SHIFT < awaitedClass) {
            awaitTaskPriorityBelow(0);
        }
    }

    @Override
    public void awaitTaskPriorityBelow(int priorityClass) {
        if (awaitedClass != priorityClass) {
            awaitedClass = priorityClass;
            cpu.select();
            Vmcs.write(Field32.TASK_PRIORITY_THRESHOLD, priorityClass);
        }
    }

    @Override
    public void publish(int requested, int inService) {
        cpu.select();
        Vmcs.write(Field16.GUEST_INTERRUPT_STATUS, inService << Byte.SIZE | requested);
    }

    @Override
    public void triggerModesChanged() {
        cpu.select();
        for (int i = 0; i < EOI_EXITS.length; i++) {
            long low = registers().read(ApicPage.TRIGGER_MODE + 2 * i) & LOW_HALF;
            long high = registers().read(ApicPage.TRIGGER_MODE + 2 * i + 1);
            Vmcs.write(EOI_EXITS[i], high << Integer.SIZE | low);
        }
    }

    @Override
    public void permit(Access access) {
        if (!deliversInterrupts) {
            return;
        }
        cpu.select();
        boolean isX2Apic = access == Access.X2APIC;
        Vmcs.write(Field32.SECONDARY_CONTROLS, isX2Apic ? secondaryControls | SecondaryControls.VIRTUALIZE_X2APIC : secondaryControls);
        Vmcs.write(Field64.MSR_BITMAPS, (isX2Apic ? permissions.x2ApicBitmap() : permissions.msrBitmap()).toLong());
    }
}
