/** From the processor's exit reason to the neutral one, by one array access. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.virtualization.ExitReason;
import org.peaberry.runtime.annotation.Inline;

final class VmxExitTable {
    /** Bit 31 of the exit reason: the processor refused to enter the guest. Intel SDM vol. 3, table 25-18. */
    static final int ENTRY_FAILURE = 1 << 31;

    private static final int BASIC = 0xffff;
    private static final int COUNT = 70;
    /** Null where there is no such reason. */
    private static final ExitReason[] REASONS = build(true);
    private static final ExitReason[] PLAIN = build(false);

    private VmxExitTable() {
    }

    /** The reason for an exit of which nothing else needs to be done or asked; null for the others. */
    @Inline
    static ExitReason plainReason(int exit) {
        return Integer.compareUnsigned(exit, COUNT) < 0 ? PLAIN[exit] : null;
    }

    /** The reason for any exit; NMIs are exceptions. */
    static ExitReason reason(int exit) {
        if ((exit & ENTRY_FAILURE) != 0) {
            return (exit & BASIC) == VmxExit.MACHINE_CHECK_AT_ENTRY.number() ? ExitReason.MACHINE_CHECK : ExitReason.INVALID_STATE;
        }
        ExitReason reason = exit < COUNT ? REASONS[exit] : null;
        return reason == null ? ExitReason.UNKNOWN : reason;
    }

    private static ExitReason[] build(boolean all) {
        ExitReason[] reasons = new ExitReason[COUNT];
        for (VmxExit exit : VmxExit.values()) {
            reasons[exit.number()] = all || isPlain(exit) ? exit.reason() : null;
        }
        return reasons;
    }

    private static boolean isPlain(VmxExit exit) {
        return switch (exit) {
            case EXCEPTION_OR_NMI, EXTERNAL_INTERRUPT, INTERRUPT_WINDOW, NMI_WINDOW, CONTROL_REGISTER_ACCESS, PREEMPTION_TIMER -> false;
            default -> true;
        };
    }
}
