/** Machine instructions for casts and instanceof. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.ConditionCode;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Label;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.select.MachineInstruction.Constraint;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.RuntimeMethod;

/** Null is an instance of nothing and may be cast to anything. */
final class TypeTestSelector {
    private final Selection selection;

    TypeTestSelector(Selection selection) {
        this.selection = selection;
    }

    void select(Instruction instruction) {
        switch (instruction.opcode()) {
            case CHECK_CAST -> checkCast(instruction);
            case INSTANCE_OF -> instanceOf(instruction);
            default -> throw new IllegalStateException(instruction + " is no type test");
        }
    }

    private TypeTest test(Instruction instruction) {
        return new TypeTest(selection, instruction.attribute(ClassInfo.class));
    }

    private static void testNull(EmissionContext context, Register object) {
        context.assembler().rm(Form.TEST_MR, Width.QUAD, object, object);
    }

    private void checkCast(Instruction instruction) {
        TypeTest test = test(instruction);
        String failure = selection.world.runtimeMethod(RuntimeMethod.CLASS_CAST).symbol();
        VirtualRegister value = selection.value(instruction.operand(0));
        selection.add("checkcast", c -> {
            Label passed = new Label();
            testNull(c, c.useRegister(0));
            c.assembler().jump(ConditionCode.E, passed);
            test.emit(c.assembler(), c.useRegister(0));
            CheckSelector.fail(c, test.passes().negated(), instruction, failure, () -> {
                c.move(c.use(0), new Location.InRegister(Register.RDI));
                c.assembler().rm(Form.LEA, Width.QUAD, Register.RSI, MemoryOperand.symbol(test.symbol(), 0));
            });
            c.assembler().bind(passed);
        }).use(value, Constraint.REGISTER);
        if (selection.isDemanded(instruction)) {
            // The result is the value itself, under another name.
            selection.add("move", c -> c.move(c.use(0), c.definition(0))).use(value, Constraint.ANY)
                    .define(selection.defined(instruction), Constraint.ANY).pair();
        }
    }

    private void instanceOf(Instruction instruction) {
        TypeTest test = test(instruction);
        VirtualRegister value = selection.value(instruction.operand(0));
        selection.add("instanceof", c -> {
            Label done = new Label();
            Register object = c.useRegister(0);
            Register result = c.definitionRegister(0);
            c.assembler().rm(Form.XOR_RM, Width.DOUBLE, result, result);
            testNull(c, object);
            c.assembler().jump(ConditionCode.E, done);
            test.emit(c.assembler(), object);
            c.assembler().set(test.passes(), result);
            c.assembler().bind(done);
        }).use(value, Constraint.LATE_REGISTER).define(selection.defined(instruction), Constraint.REGISTER);
    }

    /** An instanceof whose outcome only decides where control goes. */
    void branch(Instruction instruction, MachineBlock ifInstance, MachineBlock otherwise) {
        TypeTest test = test(instruction);
        VirtualRegister value = selection.value(instruction.operand(0));
        selection.add("branch on type", c -> {
            testNull(c, c.useRegister(0));
            c.assembler().jump(ConditionCode.E, otherwise.label());
            test.emit(c.assembler(), c.useRegister(0));
            if (c.isNext(ifInstance)) {
                c.assembler().jump(test.passes().negated(), otherwise.label());
            } else {
                c.assembler().jump(test.passes(), ifInstance.label());
                ControlSelector.jump(c, otherwise);
            }
        }).use(value, Constraint.REGISTER);
    }
}
