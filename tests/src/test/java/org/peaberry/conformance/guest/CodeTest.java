/** What the conformance guest's code is written with, on the build host. */
package org.peaberry.conformance.guest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Register;

class CodeTest {
    @Test
    void aJumpReachesALabelBehindIt() {
        int[] code = Code.code().jump("end").nops(2).label("end").form(Form.UD2).finish();
        assertArrayEquals(new int[] {0xE9, 2, 0, 0, 0, 0x90, 0x90, 0x0F, 0x0B}, code);
    }

    @Test
    void aLabelsAddressIsRelativeToTheInstructionsEnd() {
        int[] code = Code.code().label("start").nops(1).address(Register.RCX, "start").finish();
        assertArrayEquals(new int[] {0x90, 0x48, 0x8D, 0x0D, 0xF8, 0xFF, 0xFF, 0xFF}, code);
    }

    @Test
    void aPlaceIsCountedFromItsBase() {
        int[] code = Code.code().nops(3).label("here").placeOf("here", 0x1_0000).offset("here").finish();
        assertArrayEquals(new int[] {0x90, 0x90, 0x90, 3, 0, 1, 0, 3, 0}, code);
    }

    @Test
    void theMarkIsWhereTheExceptionIsExpected() {
        assertEquals(4, Code.code().nops(4).mark().form(Form.UD2).markOffset());
        assertEquals(0, Code.code().form(Form.UD2).markOffset());
    }

    @Test
    void oneNumberTellsVectorPlaceAndErrorCode() {
        assertEquals(0x000E_0003_0000_0002L, Trial.ending(ExceptionVector.PAGE_FAULT.number(), 3, 2));
        assertEquals(0x000E_FFFF_0000_0000L, Trial.ending(ExceptionVector.PAGE_FAULT.number(), -1, 0), "a place before the first byte");
    }

    @Test
    void theWayThroughTheModesFitsBelowItsTables() {
        Code code = ModeCode.assemble();
        int length = code.finish().length;
        assertEquals(true, length < ModeMemory.REAL_VECTORS, "it has " + length + " bytes");
    }
}
