/** CR8 of a guest: in the virtual-APIC page, and the threshold below which it exits. Intel SDM vol. 3, section 30.1.1. */
package org.peaberry.arch.vmx;

import org.peaberry.runtime.unboxed.Address;

/** An entry fails when the threshold is above the priority: a priority that is lowered from outside takes the threshold with it. */
final class VmxTaskPriority {
    /** Of VTPR in the virtual-APIC page; as in a local APIC the class is in bits 4 to 7. */
    private static final int REGISTER = 0x80;
    private static final int CLASS_SHIFT = 4;
    private static final int CLASS_MASK = 0xf;

    private final long virtualApic;
    private int threshold;

    VmxTaskPriority(Address virtualApic) {
        this.virtualApic = virtualApic.toLong();
    }

    int read() {
        return Address.of(virtualApic).loadInt(REGISTER) >> CLASS_SHIFT & CLASS_MASK;
    }

    /** The VMCS is current. */
    void write(int priorityClass) {
        Address.of(virtualApic).store(REGISTER, priorityClass << CLASS_SHIFT);
        if (priorityClass < threshold) {
            threshold(0);
        }
    }

    /** The VMCS is current. */
    void threshold(int priorityClass) {
        if (threshold != priorityClass) {
            threshold = priorityClass;
            Vmcs.write(Field32.TASK_PRIORITY_THRESHOLD, priorityClass);
        }
    }
}
