/** From the processor's exit code to the neutral exit reason, by one array access. */
package org.peaberry.arch.svm;

import org.peaberry.arch.virtualization.ExitReason;

final class ExitTable {
    /** Number of the register in the codes of control and debug register accesses. */
    static final int REGISTER_MASK = 0xf;
    /** Codes up to here are dense. */
    private static final int DENSE = 0xC0;
    /** The one frequent code beyond them. */
    private static final int NESTED_PAGE_FAULT = 0x400;
    private static final ExitReason[] REASONS = build();

    private ExitTable() {
    }

    /** The reason for a code of the VMCB; MSR accesses are all reads. */
    static ExitReason reason(long code) {
        if (code == NESTED_PAGE_FAULT) {
            return ExitReason.NESTED_PAGE_FAULT;
        }
        if (code >= 0 && code < DENSE) {
            return REASONS[(int) code];
        }
        return code < 0 || (int) code < 0 ? ExitReason.INVALID_STATE : ExitReason.UNKNOWN;
    }

    private static ExitReason[] build() {
        ExitReason[] reasons = new ExitReason[DENSE];
        for (int i = 0; i < DENSE; i++) {
            reasons[i] = ExitReason.UNKNOWN;
        }
        for (ExitCode code : ExitCode.values()) {
            if (code.code() >= 0 && code.code() < DENSE) {
                reasons[code.code()] = code.reason();
            }
        }
        return reasons;
    }
}
