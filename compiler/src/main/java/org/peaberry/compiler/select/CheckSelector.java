/** Machine instructions for the checks of Java's semantics but those of types. */
package org.peaberry.compiler.select;

import java.util.List;

import org.peaberry.compiler.encode.ConditionCode;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Label;
import org.peaberry.compiler.encode.Operand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.select.MachineInstruction.Constraint;
import org.peaberry.compiler.world.RuntimeMethod;

/** A check is a comparison and a jump to cold code, which calls the method that throws. */
final class CheckSelector {
    private final Selection selection;

    CheckSelector(Selection selection) {
        this.selection = selection;
    }

    void select(Instruction instruction) {
        switch (instruction.opcode()) {
            case NULL_CHECK -> nullCheck(instruction);
            case ZERO_CHECK -> zeroTest(instruction, Selection.width(instruction.operand(0).type()), RuntimeMethod.DIVISION_BY_ZERO);
            case BOUNDS_CHECK -> boundsCheck(instruction);
            case STORE_CHECK -> storeCheck(instruction);
            default -> throw new IllegalStateException(instruction + " is no check");
        }
    }

    private String symbol(RuntimeMethod method) {
        return selection.world.runtimeMethod(method).symbol();
    }

    private void nullCheck(Instruction instruction) {
        if (!selection.isMadeByAccess(instruction)) {
            zeroTest(instruction, Width.QUAD, RuntimeMethod.NULL_POINTER);
        }
    }

    private void zeroTest(Instruction instruction, Width width, RuntimeMethod failure) {
        String symbol = symbol(failure);
        VirtualRegister value = selection.value(instruction.operand(0));
        selection.add("check", c -> {
            Operand operand = c.operand(c.use(0));
            if (operand instanceof Register register) {
                c.assembler().rm(Form.TEST_MR, width, register, register);
            } else {
                Comparison.compare(c.assembler(), width, operand, 0);
            }
            fail(c, ConditionCode.E, instruction, symbol, () -> { });
        }).use(value, Constraint.ANY);
    }

    /**
     * Jumps under a condition to a call of a method that throws.
     *
     * @param passing brings the arguments to their places
     */
    static void fail(EmissionContext context, ConditionCode condition, Instruction instruction, String symbol, Runnable passing) {
        Label failed = new Label();
        context.assembler().jump(condition, failed);
        context.cold(failed, () -> {
            passing.run();
            context.assembler().call(symbol);
            context.callSite(instruction.position());
        });
    }

    private void boundsCheck(Instruction instruction) {
        String symbol = symbol(RuntimeMethod.ARRAY_INDEX);
        BoundsCheck check = new BoundsCheck(selection, instruction);
        check.addTo(selection.add("bounds", c -> {
            check.emit(c);
            fail(c, check.fails(), instruction, symbol, () -> check.pass(c));
        }));
    }

    private void storeCheck(Instruction instruction) {
        String symbol = symbol(RuntimeMethod.STORE_CHECK);
        Arguments arguments = new Arguments(selection);
        List<Register> registers = ArgumentPlaces.GENERAL;
        for (int i = 0; i < instruction.operands().size(); i++) {
            arguments.add(instruction.operand(i), new Location.InRegister(registers.get(i)));
        }
        arguments.addTo(selection.add("store check", c -> {
            arguments.emit(c);
            c.assembler().call(symbol);
            c.callSite(instruction.position());
        }).clobberAll());
    }
}
