/** Exit codes and what they become. */
package org.peaberry.arch.svm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.peaberry.arch.virtualization.ExitReason;

class ExitTableTest {
    @Test
    void codesAscendAsInTheManual() {
        int before = -1;
        for (ExitCode code : ExitCode.values()) {
            if (code.code() >= 0) {
                assertTrue(code.code() > before, code.name());
                before = code.code();
            }
        }
    }

    @Test
    void everyCodeHasItsReason() {
        for (ExitCode code : ExitCode.values()) {
            assertEquals(code.reason(), ExitTable.reason(code.code()), code.name());
        }
    }

    @Test
    void knownNumbersAreWhatTheyShouldBe() {
        assertEquals(ExitReason.MACHINE_CHECK, ExitTable.reason(0x52));
        assertEquals(ExitReason.CPUID, ExitTable.reason(0x72));
        assertEquals(ExitReason.HLT, ExitTable.reason(0x78));
        assertEquals(ExitReason.PORT_IO, ExitTable.reason(0x7B));
        assertEquals(ExitReason.MSR_READ, ExitTable.reason(0x7C));
        assertEquals(ExitReason.SHUTDOWN, ExitTable.reason(0x7F));
        assertEquals(ExitReason.HYPERCALL, ExitTable.reason(0x81));
        assertEquals(ExitReason.XSETBV, ExitTable.reason(0x8D));
        assertEquals(ExitReason.NESTED_PAGE_FAULT, ExitTable.reason(0x400));
    }

    @Test
    void aRefusedEntryIsRecognizedInEitherWidth() {
        assertEquals(ExitReason.INVALID_STATE, ExitTable.reason(-1));
        assertEquals(ExitReason.INVALID_STATE, ExitTable.reason(0xffff_ffffL));
        assertEquals(ExitReason.UNKNOWN, ExitTable.reason(0x7000));
    }
}
