/** From the processor's exit code to the neutral exit reason, by one array access. */
package org.peaberry.arch.svm;

import org.peaberry.arch.virtualization.ExitReason;
import org.peaberry.runtime.annotation.Inline;

final class ExitTable {
    /** Number of the register in the codes of control and debug register accesses. */
    static final int REGISTER_MASK = 0xf;

    /** Codes below this are dense. */
    private static final int DENSE = 0xC0;
    private static final int NESTED_PAGE_FAULT = 0x400;
    /** Null where there is no such code. */
    private static final ExitReason[] REASONS = build(true);
    private static final ExitReason[] PLAIN = build(false);

    private ExitTable() {
    }

    /** The reason for a code of which nothing else needs to be done or asked; null for the others. */
    @Inline
    static ExitReason plainReason(long code) {
        return Long.compareUnsigned(code, DENSE) < 0 ? PLAIN[(int) code] : null;
    }

    /** The reason for any code; MSR accesses are all reads. */
    static ExitReason reason(long code) {
        if (code == NESTED_PAGE_FAULT) {
            return ExitReason.NESTED_PAGE_FAULT;
        }
        if (code >= 0 && code < DENSE) {
            ExitReason reason = REASONS[(int) code];
            return reason == null ? ExitReason.UNKNOWN : reason;
        }
        return (int) code < 0 ? ExitReason.INVALID_STATE : ExitReason.UNKNOWN;
    }

    private static ExitReason[] build(boolean all) {
        ExitReason[] reasons = new ExitReason[DENSE];
        for (ExitCode code : ExitCode.values()) {
            if (code.code() >= 0 && code.code() < DENSE) {
                reasons[code.code()] = all || isPlain(code) ? code.reason() : null;
            }
        }
        return reasons;
    }

    private static boolean isPlain(ExitCode code) {
        return code != ExitCode.MSR && code != ExitCode.CR8_WRITE && code != ExitCode.EXCEPTION_DEBUG && code != ExitCode.VINTR
                && code != ExitCode.IRET;
    }
}
