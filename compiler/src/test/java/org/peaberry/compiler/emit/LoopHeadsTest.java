/** Which blocks are taken for the heads of innermost loops. */
package org.peaberry.compiler.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.peaberry.compiler.select.MachineBlock;
import org.peaberry.compiler.select.MachineProgram;

class LoopHeadsTest {
    private final MachineProgram program = new MachineProgram();
    private final MachineBlock first = program.block(1);
    private final MachineBlock second = program.block(1);
    private final MachineBlock third = program.block(1);
    private final MachineBlock last = program.block(1);

    /** One block leads to the next. */
    LoopHeadsTest() {
        program.edge(first, second);
        program.edge(second, third);
        program.edge(third, last);
    }

    private Set<MachineBlock> innermost() {
        return LoopHeads.innermost(program.code.blocks());
    }

    @Test
    void codeWithoutLoopsHasNoHead() {
        program.edge(first, last);
        assertEquals(Set.of(), innermost());
    }

    @Test
    void theBlockThatIsJumpedBackToIsAHead() {
        program.edge(third, second);
        assertEquals(Set.of(second), innermost());
    }

    @Test
    void aBlockThatJumpsToItselfIsAHead() {
        program.edge(second, second);
        assertEquals(Set.of(second), innermost());
    }

    @Test
    void ofNestedLoopsOnlyTheInnerOneHasAHead() {
        program.edge(third, third);
        program.edge(last, second);
        assertEquals(Set.of(third), innermost());
    }

    @Test
    void loopsOneAfterTheOtherBothHaveHeads() {
        program.edge(second, first);
        program.edge(last, third);
        assertEquals(Set.of(first, third), innermost());
    }
}
