/** Which values share an interval after coalescing, and the registers that they get. */
package org.peaberry.compiler.allocate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.select.MachineBlock;
import org.peaberry.compiler.select.MachineInstruction;
import org.peaberry.compiler.select.MachineInstruction.Constraint;
import org.peaberry.compiler.select.MachineProgram;
import org.peaberry.compiler.select.VirtualRegister;

class CoalescingTest {
    private static final List<Register> FEW = List.of(Register.RAX, Register.RCX, Register.RDX, Register.RBX);

    private final MachineProgram program = new MachineProgram();
    private final MachineBlock entry = program.block(16);

    private Allocation allocate() {
        Allocation allocation = Allocation.allocate(program.code, FEW);
        AllocationVerifier.verify(program.code, allocation);
        return allocation;
    }

    private VirtualRegister moved(VirtualRegister value) {
        VirtualRegister target = program.code.newRegister();
        program.move(value, target);
        return target;
    }

    @Test
    void aPairThatNeverMeetsIsInOnePlace() {
        VirtualRegister value = program.make();
        VirtualRegister target = moved(value);
        program.use(target);
        Allocation allocation = allocate();
        assertTrue(allocation.areJoined(value, target));
        assertEquals(allocation.useLocation(1, value), allocation.definitionLocation(1, target));
    }

    @Test
    void aPairThatMeetsIsNotJoined() {
        VirtualRegister value = program.make();
        VirtualRegister target = moved(value);
        program.use(target);
        program.use(value);
        assertFalse(allocate().areJoined(value, target));
    }

    @Test
    void valuesThatAreExchangedStayApart() {
        VirtualRegister left = program.make();
        VirtualRegister right = program.make();
        program.move(left, right, right, left);
        program.use(left);
        program.use(right);
        assertFalse(allocate().areJoined(left, right));
    }

    @Test
    void aChainOfMovesIsOnePlace() {
        VirtualRegister first = program.make();
        VirtualRegister second = moved(first);
        VirtualRegister third = moved(second);
        program.use(third);
        Allocation allocation = allocate();
        assertTrue(allocation.areJoined(first, third));
        assertEquals(allocation.useLocation(1, first), allocation.useLocation(3, third));
    }

    @Test
    void theMoveThatRunsMoreOftenIsSaved() {
        VirtualRegister rare = program.make();
        VirtualRegister phi = moved(rare);
        program.use(rare);
        program.jump();
        MachineBlock loop = program.block(128);
        program.edge(entry, loop);
        program.edge(loop, loop);
        program.use(phi);
        VirtualRegister next = program.make();
        program.move(next, phi);
        program.jump();
        Allocation allocation = allocate();
        assertTrue(allocation.areJoined(next, phi));
        assertFalse(allocation.areJoined(rare, phi));
    }

    @Test
    void whatAHandlerWantsIsNotJoined() {
        VirtualRegister value = program.make();
        VirtualRegister wanted = moved(value);
        program.call();
        program.use(wanted);
        program.use(wanted);
        MachineBlock handler = program.block(1);
        program.add("exception");
        program.use(wanted);
        program.handler(entry, handler);
        assertFalse(allocate().areJoined(value, wanted));
    }

    @Test
    void aResultThatWouldLoseItsRegisterInACallIsNotJoined() {
        VirtualRegister value = program.make();
        program.call();
        program.use(value);
        VirtualRegister result = moved(value);
        program.add("return").use(result, Constraint.ANY, Register.RAX);
        assertFalse(allocate().areJoined(value, result));
    }

    @Test
    void theVerifierFindsValuesThatMeetInOnePlace() {
        VirtualRegister value = program.make();
        VirtualRegister target = moved(value);
        MachineInstruction between = program.add("nothing");
        program.use(target);
        Allocation allocation = allocate();
        between.use(value, Constraint.REGISTER);
        assertThrows(IllegalStateException.class, () -> AllocationVerifier.verify(program.code, allocation));
    }

    /** The slot that a value was stored to serves the one that it is moved to. */
    @Test
    void joinedValuesShareTheirSlot() {
        VirtualRegister value = program.make();
        program.call();
        VirtualRegister target = moved(value);
        program.call();
        program.use(target);
        Allocation allocation = allocate();
        assertTrue(allocation.areJoined(value, target));
        assertEquals(allocation.slot(value), allocation.slot(target));
        assertEquals(List.of(), allocation.movesAfter(2));
    }
}
