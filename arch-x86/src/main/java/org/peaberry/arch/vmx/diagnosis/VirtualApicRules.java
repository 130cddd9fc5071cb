/** Checks of the task-priority threshold and of the vector of posted interrupts. SDM 26.2.1.1. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.Field16;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.PinControls;
import org.peaberry.arch.vmx.ProcessorControls;
import org.peaberry.arch.vmx.SecondaryControls;

final class VirtualApicRules extends RuleGroup {
    /** Offset of the virtual task-priority register in the virtual-APIC page. Intel SDM vol. 3, section 30.1.1. */
    private static final int TASK_PRIORITY = 0x80;
    private static final int CLASS_SHIFT = 4;
    private static final int CLASS_MASK = 0xf;
    private static final long VECTOR_RESERVED = 0xff00;

    @Override
    void check(EntryState state, Findings findings) {
        if (state.has(ControlWord.PRIMARY, ProcessorControls.TASK_PRIORITY_SHADOW) && !state.secondary(SecondaryControls.VIRTUAL_INTERRUPT_DELIVERY)) {
            checkThreshold(state, findings);
        }
        if (state.has(ControlWord.PIN, PinControls.POSTED_INTERRUPTS)) {
            findings.requireNone(state.read(Field16.POSTED_INTERRUPT_VECTOR) & VECTOR_RESERVED, ExecutionControlRule.POSTED_VECTOR,
                    Field16.POSTED_INTERRUPT_VECTOR);
        }
    }

    private static void checkThreshold(EntryState state, Findings findings) {
        int threshold = state.read(Field32.TASK_PRIORITY_THRESHOLD);
        findings.requireNone(Integer.toUnsignedLong(threshold & ~CLASS_MASK), ExecutionControlRule.THRESHOLD_RESERVED, Field32.TASK_PRIORITY_THRESHOLD);
        long register = state.read(Field64.VIRTUAL_APIC_ADDRESS) + TASK_PRIORITY;
        if (!state.secondary(SecondaryControls.VIRTUALIZE_APIC_ACCESSES) && StructureAddress.VIRTUAL_APIC.isGood(state)
                && state.vmcs.canReadMemory(register)) {
            int priority = state.vmcs.memoryInt(register) >> CLASS_SHIFT & CLASS_MASK;
            findings.require((threshold & CLASS_MASK) <= priority, ExecutionControlRule.THRESHOLD_ABOVE_PRIORITY, Field32.TASK_PRIORITY_THRESHOLD);
        }
    }
}
