/** What the table makes of consoles: lost checks, documented faults, guests that did not end. */
package org.peaberry.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.peaberry.boot.host.BuildException;

class ResultTableTest {
    private static final String GOOD = "(peaberry) line\r\nPASS a: one\r\nSKIP a: two: no such feature\r\nEND passed 1 failed 0 skipped 1\r\n";
    private static final EmulatorFaults NONE = EmulatorFaults.parse("# nothing\n");

    @Test
    void passedAndSkippedChecksAreGood() {
        ResultTable table = table(NONE, GOOD, GOOD);
        assertTrue(table.isGood(), table.text());
        assertTrue(table.text().contains("skip skip a: two\n"), table.text());
    }

    @Test
    void aFailedCheckIsNotGoodAndSaysWhatWasExpected() {
        ResultTable table = table(NONE, GOOD, GOOD.replace("PASS a: one", "FAIL a: one: expected 0x1, got 0x2"));
        assertFalse(table.isGood());
        assertTrue(table.problems().contains("m1: FAIL a: one: expected 0x1, got 0x2"), table.problems());
    }

    @Test
    void aCheckThatAnotherMachineHasIsLost() {
        ResultTable table = table(NONE, GOOD, GOOD.replace("PASS a: one\r\n", ""));
        assertFalse(table.isGood());
        assertTrue(table.problems().contains("m1: LOST a: one"), table.problems());
    }

    @Test
    void aGuestThatDoesNotEndIsNotGood() {
        ResultTable table = table(NONE, GOOD, "PASS a: one\nSKIP a: two: x\n");
        assertFalse(table.isGood());
        assertTrue(table.problems().contains("m1: the guest did not come to its end"), table.problems());
    }

    @Test
    void nothingAtAllIsNotGood() {
        assertFalse(table(NONE, "END passed 0").isGood());
    }

    @Test
    void aDocumentedFaultIsGoodWhereItIsDocumentedAndOnlyWhileItFails() {
        EmulatorFaults faults = EmulatorFaults.parse("m0 | a: one | the manual says so; qemu-alone fails too\n");
        String failing = GOOD.replace("PASS a: one", "FAIL a: one");
        assertTrue(table(faults, failing).isGood());
        assertFalse(table(faults, GOOD).isGood());
        assertFalse(table(faults, failing, failing).isGood());
    }

    @Test
    void twoChecksWithOneNameFail() {
        assertFalse(table(NONE, GOOD + "PASS a: one\n").isGood());
    }

    @Test
    void aFaultWithoutProofIsRefused() {
        assertEquals(BuildException.class, assertThrows(BuildException.class, () -> EmulatorFaults.parse("m0 | a: one\n")).getClass());
    }

    private static ResultTable table(EmulatorFaults faults, String... consoles) {
        return new ResultTable(IntStream.range(0, consoles.length)
                .mapToObj(i -> Results.parse("m" + i, consoles[i], faults)).toList());
    }
}
