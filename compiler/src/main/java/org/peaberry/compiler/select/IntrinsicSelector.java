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
    private final PureIntrinsicSelector pure;

    IntrinsicSelector(Selection selection) {
        this.selection = selection;
        pure = new PureIntrinsicSelector(selection);
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
            case FENCE -> plain(Form.MFENCE);
            case COPY_BYTES -> string(instruction, Form.REP_MOVSB, Register.RDI, Register.RSI, Register.RCX);
            case COPY_WORDS -> string(instruction, Form.REP_MOVSQ, Register.RDI, Register.RSI, Register.RCX);
            case FILL_BYTES -> string(instruction, Form.REP_STOSB, Register.RDI, Register.RAX, Register.RCX);
            case FILL_WORDS -> string(instruction, Form.REP_STOSQ, Register.RDI, Register.RAX, Register.RCX);
            case ADDRESS_OF_OBJECT, OBJECT_AT -> rename(instruction);
            case TYPE_INFORMATION_OF -> typeOf(instruction);
            case IN_BYTE -> in(instruction, Form.IN_BYTE, Form.MOVSX_B);
            case IN_SHORT -> in(instruction, Form.IN_WORD, Form.MOVSX_W);
            case IN_INT -> in(instruction, Form.IN_DOUBLE, null);
            case OUT_BYTE -> out(instruction, Form.OUT_BYTE);
            case OUT_SHORT -> out(instruction, Form.OUT_WORD);
            case OUT_INT -> out(instruction, Form.OUT_DOUBLE);
            case READ_MSR -> readPair(fixed(instruction).pass(instruction.operand(0), Register.RCX), instruction, Form.RDMSR);
            case READ_TIME_STAMP_COUNTER -> readPair(fixed(instruction), instruction, Form.RDTSC);
            case XGETBV -> readPair(fixed(instruction).pass(instruction.operand(0), Register.RCX), instruction, Form.XGETBV);
            case WRITE_MSR -> writePair(instruction, Form.WRMSR);
            case XSETBV -> writePair(instruction, Form.XSETBV);
            case CPUID -> cpuid(instruction);
            case READ_CR0 -> readSystem(instruction, Form.MOV_FROM_CR, 0);
            case READ_CR2 -> readSystem(instruction, Form.MOV_FROM_CR, 2);
            case READ_CR3 -> readSystem(instruction, Form.MOV_FROM_CR, 3);
            case READ_CR4 -> readSystem(instruction, Form.MOV_FROM_CR, 4);
            case WRITE_CR0 -> writeSystem(instruction, Form.MOV_TO_CR, 0);
            case WRITE_CR2 -> writeSystem(instruction, Form.MOV_TO_CR, 2);
            case WRITE_CR3 -> writeSystem(instruction, Form.MOV_TO_CR, 3);
            case WRITE_CR4 -> writeSystem(instruction, Form.MOV_TO_CR, 4);
            case READ_DR0, READ_DR1, READ_DR2, READ_DR3, READ_DR6, READ_DR7 ->
                readSystem(instruction, Form.MOV_FROM_DR, debugRegister(operation));
            case WRITE_DR0, WRITE_DR1, WRITE_DR2, WRITE_DR3, WRITE_DR6, WRITE_DR7 ->
                writeSystem(instruction, Form.MOV_TO_DR, debugRegister(operation));
            case INVALIDATE_PAGE -> memory(instruction, Form.INVLPG, Width.DOUBLE);
            case LOAD_GDT -> memory(instruction, Form.LGDT, Width.DOUBLE);
            case LOAD_IDT -> memory(instruction, Form.LIDT, Width.DOUBLE);
            case FXSAVE -> memory(instruction, Form.FXSAVE64, Width.QUAD);
            case FXRSTOR -> memory(instruction, Form.FXRSTOR64, Width.QUAD);
            case LOAD_TASK_REGISTER -> consume(instruction, "ltr", c -> c.assembler().m(Form.LTR, Width.DOUBLE, c.useRegister(0)));
            case DISABLE_INTERRUPTS -> plain(Form.CLI);
            case ENABLE_INTERRUPTS -> plain(Form.STI);
            case HALT -> plain(Form.HLT);
            case ENABLE_INTERRUPTS_AND_HALT -> plain(Form.STI, Form.HLT);
            case READ_FLAGS -> selection.add("pushfq", c -> {
                c.assembler().zo(Form.PUSHFQ);
                c.assembler().o(Form.POP, Width.DOUBLE, c.definitionRegister(0));
            }).define(selection.defined(instruction), Constraint.REGISTER);
            case WRITE_FLAGS -> consume(instruction, "popfq", c -> {
                c.assembler().o(Form.PUSH, Width.DOUBLE, c.useRegister(0));
                c.assembler().zo(Form.POPFQ);
            });
            case PAUSE -> plain(Form.PAUSE);
            case WRITE_BACK_INVALIDATE_CACHES -> plain(Form.WBINVD);
            case CLEAR_TASK_SWITCHED -> plain(Form.CLTS);
            case XSAVE -> extendedState(instruction, Form.XSAVE64);
            case XRSTOR -> extendedState(instruction, Form.XRSTOR64);
            case ALLOW_USER_ACCESS -> plain(Form.STAC);
            case FORBID_USER_ACCESS -> plain(Form.CLAC);
            case STGI -> plain(Form.STGI);
            case CLGI -> plain(Form.CLGI);
            case VMLOAD -> string(instruction, Form.VMLOAD, Register.RAX);
            case VMSAVE -> string(instruction, Form.VMSAVE, Register.RAX);
            case INVLPGA -> string(instruction, Form.INVLPGA, Register.RAX, Register.RCX);
            case VMREAD -> readField(instruction);
            case VMWRITE -> writeField(instruction);
            case VMXON -> region(instruction, Form.VMXON);
            case VMCLEAR -> region(instruction, Form.VMCLEAR);
            case VMPTRLD -> region(instruction, Form.VMPTRLD);
            case INVEPT -> invalidate(instruction, Form.INVEPT);
            case INVVPID -> invalidate(instruction, Form.INVVPID);
            case PER_CPU_LOAD -> perCpuLoad(instruction);
            case PER_CPU_STORE -> perCpuStore(instruction);
            case STACK_POINTER -> selection.add("rsp", c -> c.assembler().rm(Form.MOV_RM, Width.QUAD, c.definitionRegister(0), Register.RSP))
                    .define(selection.defined(instruction), Constraint.REGISTER);
            case RETURN_ADDRESS -> selection.add("return address", c -> c.assembler().rm(Form.MOV_RM, Width.QUAD, c.definitionRegister(0),
                    MemoryOperand.of(Register.RSP, c.frameSize()))).define(selection.defined(instruction), Constraint.REGISTER);
            case CALLER_STACK_POINTER -> selection.add("caller's rsp", c -> c.assembler().rm(Form.LEA, Width.QUAD, c.definitionRegister(0),
                    MemoryOperand.of(Register.RSP, c.frameSize() + Long.BYTES))).define(selection.defined(instruction), Constraint.REGISTER);
            case RESUME_AT -> resumeAt(instruction);
            case CALL_ON_STACK -> callOnStack(instruction);
            case UNDEFINED_INSTRUCTION -> plain(Form.UD2);
            case SYSTEM_CALL -> systemCall(instruction);
            default -> pure.select(instruction, operation);
        }
    }

    private FixedRegisters fixed(Instruction instruction) {
        return new FixedRegisters(selection, instruction.attribute(Operation.class).name());
    }

    private VirtualRegister operand(Instruction instruction, int index) {
        return selection.value(instruction.operand(index));
    }

    /** An instruction that takes one register. The operand comes first, since a constant is loaded where it is asked for. */
    private void consume(Instruction instruction, String name, MachineInstruction.Emission emission) {
        VirtualRegister value = operand(instruction, 0);
        selection.add(name, emission).use(value, Constraint.REGISTER);
    }

    private static int debugRegister(Operation operation) {
        return operation.name().charAt(operation.name().length() - 1) - '0';
    }

    private void plain(Form... forms) {
        selection.add(forms[0].mnemonic(), c -> {
            for (Form form : forms) {
                c.assembler().zo(form);
            }
        });
    }

    private void compareAndSwap(Instruction instruction, Width width) {
        fixed(instruction).pass(instruction.operand(0), SCRATCH).pass(instruction.operand(1), Register.RAX)
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
        fixed(instruction).pass(instruction.operand(0), SCRATCH).pass(instruction.operand(1), Register.RAX)
                .give(selection.defined(instruction), Register.RAX)
                .run(c -> c.assembler().rm(form, width, Register.RAX, MemoryOperand.of(SCRATCH, 0)));
    }

    private void testBit(Instruction instruction, Form form) {
        fixed(instruction).pass(instruction.operand(0), SCRATCH).pass(instruction.operand(1), Register.RAX)
                .give(selection.defined(instruction), Register.RAX).run(c -> {
                    c.assembler().rm(form, Width.QUAD, Register.RAX, MemoryOperand.of(SCRATCH, 0));
                    flagToRax(c, ConditionCode.B);
                });
    }

    /** An instruction that takes operands in fixed registers and gives nothing. */
    private void string(Instruction instruction, Form form, Register... registers) {
        FixedRegisters fixed = fixed(instruction);
        for (int i = 0; i < registers.length; i++) {
            fixed.pass(instruction.operand(i), registers[i]);
        }
        fixed.run(c -> c.assembler().zo(form));
    }

    private void rename(Instruction instruction) {
        VirtualRegister value = operand(instruction, 0);
        selection.add("move", c -> c.move(c.use(0), c.definition(0))).use(value, Constraint.ANY)
                .define(selection.defined(instruction), Constraint.ANY).pair();
    }

    private void typeOf(Instruction instruction) {
        VirtualRegister object = operand(instruction, 0);
        selection.add("load", c -> c.assembler().rm(Form.MOV_RM, Width.QUAD, c.definitionRegister(0),
                MemoryOperand.of(c.useRegister(0), ObjectLayout.TYPE_OFFSET))).use(object, Constraint.REGISTER)
                .define(selection.defined(instruction), Constraint.REGISTER);
    }

    private void in(Instruction instruction, Form form, Form extension) {
        fixed(instruction).pass(instruction.operand(0), Register.RDX).give(selection.defined(instruction), Register.RAX).run(c -> {
            c.assembler().zo(form);
            if (extension != null) {
                c.assembler().rm(extension, Width.DOUBLE, Register.RAX, Register.RAX);
            }
        });
    }

    private void out(Instruction instruction, Form form) {
        string(instruction, form, Register.RDX, Register.RAX);
    }

    /** EDX:EAX to one long. */
    private void readPair(FixedRegisters fixed, Instruction instruction, Form form) {
        fixed.clobber(Register.RDX).give(selection.defined(instruction), Register.RAX).run(c -> {
            c.assembler().zo(form);
            c.assembler().mi8(Form.SHL_I8, Width.QUAD, Register.RDX, Integer.SIZE);
            c.assembler().rm(Form.OR_RM, Width.QUAD, Register.RAX, Register.RDX);
        });
    }

    private void writePair(Instruction instruction, Form form) {
        fixed(instruction).pass(instruction.operand(0), Register.RCX).pass(instruction.operand(1), Register.RAX).clobber(Register.RDX)
                .run(c -> {
                    splitRax(c);
                    c.assembler().zo(form);
                });
    }

    private static void splitRax(EmissionContext context) {
        context.assembler().rm(Form.MOV_RM, Width.QUAD, Register.RDX, Register.RAX);
        context.assembler().mi8(Form.SHR_I8, Width.QUAD, Register.RDX, Integer.SIZE);
    }

    private void cpuid(Instruction instruction) {
        fixed(instruction).pass(instruction.operand(0), Register.RAX).pass(instruction.operand(1), Register.RCX)
                .pass(instruction.operand(2), SCRATCH).clobber(Register.RBX).clobber(Register.RDX).run(c -> {
                    c.assembler().zo(Form.CPUID);
                    int offset = 0;
                    for (Register register : new Register[] {Register.RAX, Register.RBX, Register.RCX, Register.RDX}) {
                        c.assembler().rm(Form.MOV_MR, Width.DOUBLE, register, MemoryOperand.of(SCRATCH, offset));
                        offset += Integer.BYTES;
                    }
                });
    }

    private void readSystem(Instruction instruction, Form form, int number) {
        selection.add(form.mnemonic(), c -> c.assembler().system(form, number, c.definitionRegister(0)))
                .define(selection.defined(instruction), Constraint.REGISTER);
    }

    private void writeSystem(Instruction instruction, Form form, int number) {
        VirtualRegister value = operand(instruction, 0);
        selection.add(form.mnemonic(), c -> c.assembler().system(form, number, c.useRegister(0))).use(value, Constraint.REGISTER);
    }

    private void memory(Instruction instruction, Form form, Width width) {
        VirtualRegister address = operand(instruction, 0);
        selection.add(form.mnemonic(), c -> c.assembler().m(form, width, MemoryOperand.of(c.useRegister(0), 0))).use(address, Constraint.REGISTER);
    }

    private void extendedState(Instruction instruction, Form form) {
        fixed(instruction).pass(instruction.operand(0), SCRATCH).pass(instruction.operand(1), Register.RAX).clobber(Register.RDX)
                .run(c -> {
                    splitRax(c);
                    c.assembler().m(form, Width.QUAD, MemoryOperand.of(SCRATCH, 0));
                });
    }

    private void readField(Instruction instruction) {
        VirtualRegister field = operand(instruction, 0);
        selection.add("vmread", c -> c.assembler().rm(Form.VMREAD, Width.DOUBLE, c.useRegister(0), c.definitionRegister(0)))
                .use(field, Constraint.REGISTER).define(selection.defined(instruction), Constraint.REGISTER);
    }

    private void writeField(Instruction instruction) {
        VirtualRegister field = operand(instruction, 0);
        VirtualRegister value = operand(instruction, 1);
        selection.add("vmwrite", c -> {
            c.assembler().rm(Form.VMWRITE, Width.DOUBLE, c.useRegister(0), c.useRegister(1));
            virtualizationSucceeded(c);
        }).use(field, Constraint.REGISTER).use(value, Constraint.REGISTER).define(selection.defined(instruction), Constraint.REGISTER);
    }

    private void region(Instruction instruction, Form form) {
        VirtualRegister address = operand(instruction, 0);
        selection.add(form.mnemonic(), c -> {
            c.assembler().m(form, Width.DOUBLE, MemoryOperand.of(c.useRegister(0), 0));
            virtualizationSucceeded(c);
        }).use(address, Constraint.REGISTER).define(selection.defined(instruction), Constraint.REGISTER);
    }

    private void invalidate(Instruction instruction, Form form) {
        VirtualRegister type = operand(instruction, 0);
        VirtualRegister descriptor = operand(instruction, 1);
        selection.add(form.mnemonic(), c -> {
            c.assembler().rm(form, Width.DOUBLE, c.useRegister(0), MemoryOperand.of(c.useRegister(1), 0));
            virtualizationSucceeded(c);
        }).use(type, Constraint.REGISTER).use(descriptor, Constraint.REGISTER).define(selection.defined(instruction), Constraint.REGISTER);
    }

    /** VMsucceed: neither the carry nor the zero flag. Intel SDM vol. 3, section 31.2. */
    private static void virtualizationSucceeded(EmissionContext context) {
        Register result = context.definitionRegister(0);
        context.assembler().set(ConditionCode.A, result);
        context.assembler().rm(Form.MOVZX_B, Width.DOUBLE, result, result);
    }

    private void perCpuLoad(Instruction instruction) {
        Instruction offset = instruction.operand(0);
        if (offset.isConstant()) {
            MemoryOperand place = MemoryOperand.gs((int) offset.constantValue());
            selection.add("load", c -> c.assembler().rm(Form.MOV_RM, Width.QUAD, c.definitionRegister(0), place))
                    .define(selection.defined(instruction), Constraint.REGISTER);
            return;
        }
        VirtualRegister base = selection.value(offset);
        selection.add("load", c -> c.assembler().rm(Form.MOV_RM, Width.QUAD, c.definitionRegister(0), MemoryOperand.gs(c.useRegister(0), 0)))
                .use(base, Constraint.REGISTER).define(selection.defined(instruction), Constraint.REGISTER);
    }

    private void perCpuStore(Instruction instruction) {
        Instruction offset = instruction.operand(0);
        VirtualRegister value = operand(instruction, 1);
        if (offset.isConstant()) {
            MemoryOperand place = MemoryOperand.gs((int) offset.constantValue());
            selection.add("store", c -> c.assembler().rm(Form.MOV_MR, Width.QUAD, c.useRegister(0), place)).use(value, Constraint.REGISTER);
            return;
        }
        VirtualRegister base = selection.value(offset);
        selection.add("store", c -> c.assembler().rm(Form.MOV_MR, Width.QUAD, c.useRegister(0), MemoryOperand.gs(c.useRegister(1), 0)))
                .use(value, Constraint.REGISTER).use(base, Constraint.REGISTER);
    }

    private void resumeAt(Instruction instruction) {
        fixed(instruction).pass(instruction.operand(0), SCRATCH).pass(instruction.operand(1), Register.RDX)
                .pass(instruction.operand(2), Register.RAX).run(c -> {
                    c.assembler().rm(Form.MOV_RM, Width.QUAD, Register.RSP, Register.RDX);
                    c.assembler().m(Form.JMP_M, Width.DOUBLE, SCRATCH);
                });
    }

    /** The return address 0 ends stack traces and unwinding: there are no frames above. */
    private void callOnStack(Instruction instruction) {
        fixed(instruction).pass(instruction.operand(0), Register.RDX).pass(instruction.operand(1), SCRATCH).run(c -> {
            c.assembler().rm(Form.MOV_RM, Width.QUAD, Register.RSP, Register.RDX);
            c.assembler().pushImmediate(0);
            c.assembler().m(Form.JMP_M, Width.DOUBLE, SCRATCH);
        });
    }

    /** Linux destroys RCX and R11. System V ABI, AMD64 supplement, §A.2.1. */
    private void systemCall(Instruction instruction) {
        Register[] registers = {Register.RAX, Register.RDI, Register.RSI, Register.RDX, Register.R10, Register.R8, Register.R9};
        FixedRegisters fixed = fixed(instruction);
        for (int i = 0; i < registers.length; i++) {
            fixed.pass(instruction.operand(i), registers[i]);
        }
        fixed.clobber(Register.RCX).give(selection.defined(instruction), Register.RAX).run(c -> c.assembler().zo(Form.SYSCALL));
    }
}
