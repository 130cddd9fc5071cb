/** The local APIC of a guest of AMD-V: the processor keeps the task priority's class, the rest is emulated. AMD APM vol. 2, section 15.21. */
package org.peaberry.arch.svm;

import org.peaberry.arch.virtualization.ApicPage;
import org.peaberry.arch.virtualization.VirtualApic;

final class SvmVirtualApic extends VirtualApic {
    static final int CLASS_SHIFT = 4;
    static final long HIGHEST_CLASS = 15;
    private static final int BELOW_CLASS = (1 << CLASS_SHIFT) - 1;

    private static final int CR8_WRITES = 1 << 16 + 8;

    private final VmcbControl control;
    /** Bits 0 to 3, which CR8 does not have: they are zero after the guest's next write of CR8. */
    private int subclass;
    private int classOfSubclass;

    SvmVirtualApic(ApicPage registers, VmcbControl control) {
        super(registers);
        this.control = control;
    }

    @Override
    public boolean deliversInterrupts() {
        return false;
    }

    @Override
    public int taskPriority() {
        int priorityClass = control.virtualInterrupt() & VirtualInterrupt.TASK_PRIORITY_MASK;
        return priorityClass << CLASS_SHIFT | (priorityClass == classOfSubclass ? subclass : 0);
    }

    @Override
    public void taskPriority(int value) {
        classOfSubclass = value >> CLASS_SHIFT;
        subclass = value & BELOW_CLASS;
        control.virtualInterrupt(control.virtualInterrupt() & ~VirtualInterrupt.TASK_PRIORITY_MASK | classOfSubclass);
        control.clean(control.clean() & ~CleanBits.VIRTUAL_INTERRUPT);
    }

    /** A write of CR8 says so; a virtual interrupt would too, but processors differ in what they do with equal priorities. */
    @Override
    public void awaitTaskPriorityBelow(int priorityClass) {
        int before = control.controlRegisterIntercepts();
        int wanted = priorityClass == 0 ? before & ~CR8_WRITES : before | CR8_WRITES;
        if (wanted != before) {
            control.controlRegisterIntercepts(wanted);
            control.clean(control.clean() & ~CleanBits.INTERCEPTS);
        }
    }

    @Override
    public void publish(int requested, int inService) {
        throw new IllegalStateException("this processor does not deliver interrupts");
    }

    @Override
    public void triggerModesChanged() {
        // Ends of interrupts are emulated.
    }

    @Override
    public void permit(Access access) {
        // Every access exits.
    }
}
