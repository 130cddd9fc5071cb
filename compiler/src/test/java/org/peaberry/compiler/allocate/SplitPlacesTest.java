/** Where intervals are cut, for code with a loop between two calls and a cold block. */
package org.peaberry.compiler.allocate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.peaberry.compiler.select.MachineBlock;
import org.peaberry.compiler.select.MachineProgram;

class SplitPlacesTest {
    private static final int LONG_BEFORE = -1;

    private final MachineProgram program = new MachineProgram();
    private MachineBlock last;

    /** A block of one instruction, to which the one before leads; gives its position. */
    private int block(int frequency) {
        MachineBlock block = program.block(frequency);
        program.jump();
        if (last != null) {
            program.edge(last, block);
        }
        last = block;
        return Positions.of(block.id());
    }

    private SplitPlaces places() {
        return new SplitPlaces(program.code, new Numbering(program.code));
    }

    @Test
    void whereAllBlocksRunAsOftenTheCutIsWhereItWasAskedFor() {
        block(16);
        block(16);
        int last = block(16);
        assertEquals(last + 1, places().firstRarest(LONG_BEFORE, last + 1));
    }

    @Test
    void aCutInALoopIsMadeBeforeTheLoop() {
        block(16);
        int loop = block(128);
        block(1024);
        int end = block(128) + 2;
        assertEquals(loop, places().firstRarest(LONG_BEFORE, end));
    }

    @Test
    void aCutIsNotMadeBeforeTheLastUse() {
        block(16);
        int loop = block(128);
        int end = block(128) + 2;
        assertEquals(end, places().firstRarest(loop, end));
    }

    @Test
    void ofPlacesThatRunAsRarelyTheFirstOrTheLastIsTaken() {
        block(16);
        int first = block(16);
        int last = block(128);
        int end = block(128) + 2;
        assertEquals(first, places().firstRarest(LONG_BEFORE, end));
        assertEquals(last, places().lastRarest(LONG_BEFORE, end));
    }

    /** A cold block between others does not make the way around it rare. */
    @Test
    void whatCountsIsTheMostFrequentEdgeAcrossAPlace() {
        block(16);
        MachineBlock first = last;
        block(1);
        int end = block(16) + 2;
        program.edge(first, last);
        assertEquals(end, places().firstRarest(LONG_BEFORE, end));
    }

    @Test
    void nothingIsCutWhereAHandlerStarts() {
        block(16);
        block(1);
        program.handler(program.code.blocks().get(0), last);
        int end = block(16) + 2;
        assertEquals(Positions.of(2), places().firstRarest(LONG_BEFORE, end));
    }
}
