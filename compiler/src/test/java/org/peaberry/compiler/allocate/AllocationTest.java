/** Linear scan on hand-made machine code, proven by the verifier, and the verifier on allocations that are wrong. */
package org.peaberry.compiler.allocate;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.select.Location;
import org.peaberry.compiler.select.MachineBlock;
import org.peaberry.compiler.select.MachineCode;
import org.peaberry.compiler.select.MachineInstruction;
import org.peaberry.compiler.select.MachineInstruction.Constraint;
import org.peaberry.compiler.select.VirtualRegister;

class AllocationTest {
    private static final List<Register> FEW = List.of(Register.RAX, Register.RCX, Register.RDX, Register.RBX);

    private final MachineCode code = new MachineCode(null);
    private final MachineBlock block = code.newBlock();

    private MachineInstruction add(String name) {
        MachineInstruction instruction = new MachineInstruction(name, c -> { });
        block.instructions().add(instruction);
        return instruction;
    }

    private VirtualRegister make() {
        VirtualRegister value = code.newRegister();
        add("make").define(value, Constraint.REGISTER);
        return value;
    }

    @Test
    void aValueThatLivesAcrossACallIsInItsSlotThere() {
        VirtualRegister value = make();
        add("call").clobberAll();
        add("use").use(value, Constraint.REGISTER);
        Allocation allocation = Allocation.allocate(code, FEW);
        AllocationVerifier.verify(code, allocation);
        assertNotEquals(null, allocation.slot(value));
        assertInstanceOf(Location.InRegister.class, allocation.useLocation(2, value));
    }

    @Test
    void aValueThatDiesBeforeTheCallHasNoSlot() {
        VirtualRegister value = make();
        add("use").use(value, Constraint.REGISTER);
        add("call").clobberAll();
        assertEquals(null, Allocation.allocate(code, FEW).slot(value));
    }

    @Test
    void aLateUseSharesNoRegisterWithTheDefinition() {
        VirtualRegister left = make();
        VirtualRegister right = make();
        VirtualRegister sum = code.newRegister();
        add("sub").use(left, Constraint.REGISTER).use(right, Constraint.LATE_REGISTER).define(sum, Constraint.REGISTER);
        add("use").use(sum, Constraint.REGISTER);
        Allocation allocation = Allocation.allocate(code, FEW);
        assertNotEquals(allocation.useLocation(2, right), allocation.definitionLocation(2, sum));
    }

    @Test
    void theVerifierFindsAClobberedValue() {
        VirtualRegister value = make();
        MachineInstruction between = add("nothing");
        add("use").use(value, Constraint.REGISTER);
        Allocation allocation = Allocation.allocate(code, FEW);
        assertDoesNotThrow(() -> AllocationVerifier.verify(code, allocation));
        between.clobberAll();
        IllegalStateException error = assertThrows(IllegalStateException.class, () -> AllocationVerifier.verify(code, allocation));
        assertEquals(true, error.getMessage().contains(value.toString()), error.getMessage());
    }

    /** Straight-line code with many live values, calls and few registers. */
    @Property(tries = 300)
    void everyRandomSequenceIsAllocatedRight(@ForAll @IntRange(min = 1, max = 100_000) int seed) {
        Random random = new Random(seed);
        MachineCode program = new MachineCode(null);
        MachineBlock only = program.newBlock();
        List<VirtualRegister> values = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            MachineInstruction instruction = new MachineInstruction("i" + i, c -> { });
            boolean isCall = random.nextInt(6) == 0;
            for (int u = random.nextInt(3); u > 0 && !values.isEmpty(); u--) {
                Constraint[] allowed = isCall ? new Constraint[] {Constraint.ANY} : Constraint.values();
                instruction.use(values.get(random.nextInt(values.size())), allowed[random.nextInt(allowed.length)]);
            }
            if (isCall) {
                instruction.clobberAll();
            }
            if (random.nextBoolean()) {
                VirtualRegister value = program.newRegister();
                values.add(value);
                instruction.define(value, isCall ? Constraint.ANY : Constraint.REGISTER);
            }
            only.instructions().add(instruction);
        }
        AllocationVerifier.verify(program, Allocation.allocate(program, FEW));
    }

    /** Many live values, calls, loops and few registers. */
    @Property(tries = 1000)
    void everyRandomProgramIsAllocatedRight(@ForAll long seed) {
        MachineCode program = RandomMachineCode.of(seed);
        AllocationVerifier.verify(program, Allocation.allocate(program, FEW));
    }
}
