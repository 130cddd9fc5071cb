/** Machine instructions for the operations of @Intrinsic methods. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.ConditionCode;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.select.MachineInstruction.Constraint;
import org.peaberry.runtime.annotation.Intrinsic.Operation;
import org.peaberry.runtime.object.ObjectLayout;

final class IntrinsicSelector {
    private static final Register SCRATCH = EmissionContext.SCRATCH;

    private final Selection selection;
    private final ProcessorSelector processor;

    IntrinsicSelector(Selection selection) {
        this.selection = selection;
        processor = new ProcessorSelector(selection);
    }

    void select(Instruction instruction) {
        Operation operation = instruction.attribute(Operation.class);
        switch (operation) {
            case COMPARE_AND_SWAP_INT -> compareAndSwap(instruction, Width.DOUBLE);
            case COMPARE_AND_SWAP_LONG -> compareAndSwap(instruction, Width.QUAD);
            case FETCH_AND_ADD_INT -> exchange(instruction, Form.LOCK_XADD, Width.DOUBLE);
            case FETCH_AND_ADD_LONG -> exchange(instruction, Form.LOCK_XADD, Width.QUAD);
            case EXCHANGE_INT -> exchange(instruction, Form.XCHG_MR, Width.DOUBLE);
            case EXCHANGE_LONG -> exchange(instruction, Form.XCHG_MR, Width.QUAD);
            case TEST_AND_SET_BIT -> testBit(instruction, Form.LOCK_BTS_MR);
            case TEST_AND_CLEAR_BIT -> testBit(instruction, Form.LOCK_BTR_MR);
            case FENCE -> selection.add(Form.MFENCE);
            case COPY_BYTES -> FixedRegisters.run(selection, instruction, Form.REP_MOVSB, Register.RDI, Register.RSI, Register.RCX);
            case COPY_WORDS -> FixedRegisters.run(selection, instruction, Form.REP_MOVSQ, Register.RDI, Register.RSI, Register.RCX);
            case FILL_BYTES -> FixedRegisters.run(selection, instruction, Form.REP_STOSB, Register.RDI, Register.RAX, Register.RCX);
            case FILL_WORDS -> FixedRegisters.run(selection, instruction, Form.REP_STOSQ, Register.RDI, Register.RAX, Register.RCX);
            case ADDRESS_OF_OBJECT, OBJECT_AT -> rename(instruction);
            case TYPE_INFORMATION_OF -> typeOf(instruction);
            case STACK_POINTER -> selection.add("rsp", c -> c.assembler().rm(Form.MOV_RM, Width.QUAD, c.definitionRegister(0), Register.RSP))
                    .define(selection.defined(instruction), Constraint.REGISTER);
            case RETURN_ADDRESS -> selection.add("return address", c -> c.assembler().rm(Form.MOV_RM, Width.QUAD, c.definitionRegister(0),
                    MemoryOperand.of(Register.RSP, c.frameSize()))).define(selection.defined(instruction), Constraint.REGISTER);
            case CALLER_STACK_POINTER -> selection.add("caller's rsp", c -> c.assembler().rm(Form.LEA, Width.QUAD, c.definitionRegister(0),
                    MemoryOperand.of(Register.RSP, c.frameSize() + Long.BYTES))).define(selection.defined(instruction), Constraint.REGISTER);
            case RESUME_AT -> resumeAt(instruction);
            case CALL_ON_STACK -> callOnStack(instruction);
            case UNDEFINED_INSTRUCTION -> selection.add(Form.UD2);
            case SYSTEM_CALL -> systemCall(instruction);
            default -> processor.select(instruction, operation);
        }
    }

    private void compareAndSwap(Instruction instruction, Width width) {
        FixedRegisters.of(selection, instruction).pass(instruction.operand(0), SCRATCH)
                .pass(instruction.operand(1), Register.RAX)
                .pass(instruction.operand(2), Register.RCX).give(selection.defined(instruction), Register.RAX).run(c -> {
                    c.assembler().rm(Form.LOCK_CMPXCHG, width, Register.RCX, MemoryOperand.of(SCRATCH, 0));
                    flagToRax(c, ConditionCode.E);
                });
    }

    private static void flagToRax(EmissionContext context, ConditionCode condition) {
        context.assembler().set(condition, Register.RAX);
        context.assembler().rm(Form.MOVZX_B, Width.DOUBLE, Register.RAX, Register.RAX);
    }

    private void exchange(Instruction instruction, Form form, Width width) {
        FixedRegisters.of(selection, instruction).pass(instruction.operand(0), SCRATCH)
                .pass(instruction.operand(1), Register.RAX)
                .give(selection.defined(instruction), Register.RAX)
                .run(c -> c.assembler().rm(form, width, Register.RAX, MemoryOperand.of(SCRATCH, 0)));
    }

    private void testBit(Instruction instruction, Form form) {
        FixedRegisters.of(selection, instruction).pass(instruction.operand(0), SCRATCH)
                .pass(instruction.operand(1), Register.RAX)
                .give(selection.defined(instruction), Register.RAX).run(c -> {
                    c.assembler().rm(form, Width.QUAD, Register.RAX, MemoryOperand.of(SCRATCH, 0));
                    flagToRax(c, ConditionCode.B);
                });
    }

    private void rename(Instruction instruction) {
        VirtualRegister value = selection.value(instruction.operand(0));
        selection.add("move", c -> c.move(c.use(0), c.definition(0))).use(value, Constraint.ANY)
                .define(selection.defined(instruction), Constraint.ANY).pair();
    }

    private void typeOf(Instruction instruction) {
        VirtualRegister object = selection.value(instruction.operand(0));
        selection.add("load", c -> c.assembler().rm(Form.MOV_RM, Width.QUAD, c.definitionRegister(0),
                MemoryOperand.of(c.useRegister(0), ObjectLayout.TYPE_OFFSET))).use(object, Constraint.REGISTER)
                .define(selection.defined(instruction), Constraint.REGISTER);
    }

    private void resumeAt(Instruction instruction) {
        FixedRegisters.of(selection, instruction).pass(instruction.operand(0), SCRATCH)
                .pass(instruction.operand(1), Register.RDX)
                .pass(instruction.operand(2), Register.RAX).run(c -> {
                    c.assembler().rm(Form.MOV_RM, Width.QUAD, Register.RSP, Register.RDX);
                    c.assembler().m(Form.JMP_M, Width.DOUBLE, SCRATCH);
                });
    }

    /** The return address 0 ends stack traces and unwinding: there are no frames above. */
    private void callOnStack(Instruction instruction) {
        FixedRegisters.of(selection, instruction).pass(instruction.operand(0), Register.RDX)
                .pass(instruction.operand(1), SCRATCH).run(c -> {
            c.assembler().rm(Form.MOV_RM, Width.QUAD, Register.RSP, Register.RDX);
            c.assembler().pushImmediate(0);
            c.assembler().m(Form.JMP_M, Width.DOUBLE, SCRATCH);
        });
    }

    /** Linux destroys RCX and R11. System V ABI, AMD64 supplement, §A.2.1. */
    private void systemCall(Instruction instruction) {
        Register[] registers = {Register.RAX, Register.RDI, Register.RSI, Register.RDX, Register.R10, Register.R8, Register.R9};
        FixedRegisters.of(selection, instruction).passAll(instruction, registers).clobber(Register.RCX)
                .give(selection.defined(instruction), Register.RAX).run(c -> c.assembler().zo(Form.SYSCALL));
    }
}
