/** The local APIC's model-specific registers: its base, the x2APIC registers, the timer's deadline. Intel SDM vol. 3, section 10.12. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.cpu.Msr;
import org.peaberry.kernel.domain.Vcpu;
import org.peaberry.kernel.interrupt.ApicFields;
import org.peaberry.kernel.interrupt.ApicMode;
import org.peaberry.kernel.interrupt.ApicRegister;
import org.peaberry.kernel.interrupt.LocalApic;

final class ApicMsrs {
    private static final long LOW_HALF = 0xffff_ffffL;

    private ApicMsrs() {
    }

    /** Whether the index is in x2APIC's range. */
    static boolean contains(int index) {
        return index >= ApicRegister.X2APIC_MSR_BASE && index < ApicRegister.X2APIC_MSR_BASE + ApicRegister.COUNT;
    }

    /** Whether the guest may read an x2APIC register. */
    static boolean isReadable(LocalApic apic, int index) {
        return apic.mode() == ApicMode.X2APIC && switch (index - ApicRegister.X2APIC_MSR_BASE) {
            case ApicRegister.ID, ApicRegister.VERSION, ApicRegister.TASK_PRIORITY, ApicRegister.PROCESSOR_PRIORITY,
                ApicRegister.LOGICAL_DESTINATION, ApicRegister.SPURIOUS_VECTOR, ApicRegister.ERROR_STATUS, ApicRegister.INTERRUPT_COMMAND,
                ApicRegister.LVT_TIMER, ApicRegister.LVT_THERMAL, ApicRegister.LVT_PERFORMANCE, ApicRegister.LVT_LINT0,
                ApicRegister.LVT_LINT1, ApicRegister.LVT_ERROR, ApicRegister.TIMER_INITIAL_COUNT, ApicRegister.TIMER_CURRENT_COUNT,
                ApicRegister.TIMER_DIVIDE -> true;
            default -> isVectorWord(index - ApicRegister.X2APIC_MSR_BASE);
        };
    }

    private static boolean isVectorWord(int register) {
        return register >= ApicRegister.IN_SERVICE && register < ApicRegister.ERROR_STATUS;
    }

    static long read(LocalApic apic, int index) {
        int register = index - ApicRegister.X2APIC_MSR_BASE;
        return register == ApicRegister.INTERRUPT_COMMAND ? apic.readCommand() : apic.read(register) & LOW_HALF;
    }

    /** Writes an x2APIC register; false when the guest may not write this. */
    static boolean write(LocalApic apic, int index, long value) {
        if (apic.mode() != ApicMode.X2APIC) {
            return false;
        }
        int register = index - ApicRegister.X2APIC_MSR_BASE;
        if (!isWritable(register) || (value & ~ApicFields.of(register)) != 0) {
            return false;
        }
        switch (register) {
            case ApicRegister.INTERRUPT_COMMAND -> apic.writeCommand(value);
            case ApicRegister.SELF_IPI -> apic.sendToSelf((int) value);
            default -> apic.write(register, (int) value);
        }
        return true;
    }

    private static boolean isWritable(int register) {
        return ApicFields.of(register) != 0 || register == ApicRegister.END_OF_INTERRUPT || register == ApicRegister.ERROR_STATUS;
    }

    static long base(Vcpu vcpu, LocalApic apic) {
        return LocalApicPage.BASE | apic.mode().bits() | (vcpu.index() == 0 ? ApicMode.BOOT_PROCESSOR : 0);
    }

    /** Changes the mode; false for what the processor or the hypervisor does not allow: the registers stay where they are. */
    static boolean writeBase(Vcpu vcpu, LocalApic apic, long value) {
        ApicMode mode = ApicMode.of(value);
        if (mode == null || !apic.mode().mayBecome(mode)) {
            return false;
        }
        long expected = LocalApicPage.BASE | mode.bits();
        if ((value & ~ApicMode.BOOT_PROCESSOR) != expected) {
            return false;
        }
        if (mode != apic.mode()) {
            apic.setMode(mode);
        }
        return true;
    }

    /** Whether the index is one of the two registers outside of x2APIC's range. */
    static boolean isBaseOrDeadline(int index) {
        return index == Msr.APIC_BASE || index == Msr.TSC_DEADLINE;
    }
}
