/** Machine instructions that control the processor: ports, control and model-specific registers, interrupts, extended state, AMD-V. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.select.MachineInstruction.Constraint;
import org.peaberry.runtime.annotation.Intrinsic.Operation;

final class ProcessorSelector {
    private static final Register SCRATCH = EmissionContext.SCRATCH;

    private final Selection selection;
    private final VmxSelector vmx;

    ProcessorSelector(Selection selection) {
        this.selection = selection;
        vmx = new VmxSelector(selection);
    }

    void select(Instruction instruction, Operation operation) {
        switch (operation) {
            case IN_BYTE -> in(instruction, Form.IN_BYTE, Form.MOVSX_B);
            case IN_SHORT -> in(instruction, Form.IN_WORD, Form.MOVSX_W);
            case IN_INT -> in(instruction, Form.IN_DOUBLE, null);
            case OUT_BYTE -> out(instruction, Form.OUT_BYTE);
            case OUT_SHORT -> out(instruction, Form.OUT_WORD);
            case OUT_INT -> out(instruction, Form.OUT_DOUBLE);
            case READ_MSR -> readPair(FixedRegisters.of(selection, instruction).pass(instruction.operand(0), Register.RCX), instruction, Form.RDMSR);
            case READ_TIME_STAMP_COUNTER -> readPair(FixedRegisters.of(selection, instruction), instruction, Form.RDTSC);
            case XGETBV -> readPair(FixedRegisters.of(selection, instruction).pass(instruction.operand(0), Register.RCX), instruction, Form.XGETBV);
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
            case DISABLE_INTERRUPTS -> selection.add(Form.CLI);
            case ENABLE_INTERRUPTS -> selection.add(Form.STI);
            case HALT -> selection.add(Form.HLT);
            case ENABLE_INTERRUPTS_AND_HALT -> selection.add(Form.STI, Form.HLT);
            case READ_FLAGS -> selection.add("pushfq", c -> {
                c.assembler().zo(Form.PUSHFQ);
                c.assembler().o(Form.POP, Width.DOUBLE, c.definitionRegister(0));
            }).define(selection.defined(instruction), Constraint.REGISTER);
            case WRITE_FLAGS -> consume(instruction, "popfq", c -> {
                c.assembler().o(Form.PUSH, Width.DOUBLE, c.useRegister(0));
                c.assembler().zo(Form.POPFQ);
            });
            case PAUSE -> selection.add(Form.PAUSE);
            case WRITE_BACK_INVALIDATE_CACHES -> selection.add(Form.WBINVD);
            case CLEAR_TASK_SWITCHED -> selection.add(Form.CLTS);
            case XSAVE -> extendedState(instruction, Form.XSAVE64);
            case XRSTOR -> extendedState(instruction, Form.XRSTOR64);
            case ALLOW_USER_ACCESS -> selection.add(Form.STAC);
            case FORBID_USER_ACCESS -> selection.add(Form.CLAC);
            case STGI -> selection.add(Form.STGI);
            case CLGI -> selection.add(Form.CLGI);
            case VMLOAD -> FixedRegisters.run(selection, instruction, Form.VMLOAD, Register.RAX);
            case VMSAVE -> FixedRegisters.run(selection, instruction, Form.VMSAVE, Register.RAX);
            case INVLPGA -> FixedRegisters.run(selection, instruction, Form.INVLPGA, Register.RAX, Register.RCX);
            case PER_CPU_LOAD -> perCpuLoad(instruction);
            case PER_CPU_STORE -> perCpuStore(instruction);
            default -> vmx.select(instruction, operation);
        }
    }

    private VirtualRegister operand(Instruction instruction, int index) {
        return selection.value(instruction.operand(index));
    }

    private static int debugRegister(Operation operation) {
        return operation.name().charAt(operation.name().length() - 1) - '0';
    }

    private void in(Instruction instruction, Form form, Form extension) {
        FixedRegisters.of(selection, instruction).pass(instruction.operand(0), Register.RDX)
                .give(selection.defined(instruction), Register.RAX).run(c -> {
            c.assembler().zo(form);
            if (extension != null) {
                c.assembler().rm(extension, Width.DOUBLE, Register.RAX, Register.RAX);
            }
        });
    }

    private void out(Instruction instruction, Form form) {
        FixedRegisters.run(selection, instruction, form, Register.RDX, Register.RAX);
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
        FixedRegisters.of(selection, instruction).pass(instruction.operand(0), Register.RCX)
                .pass(instruction.operand(1), Register.RAX).clobber(Register.RDX)
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
        FixedRegisters.of(selection, instruction).pass(instruction.operand(0), Register.RAX)
                .pass(instruction.operand(1), Register.RCX)
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
        FixedRegisters.of(selection, instruction).pass(instruction.operand(0), SCRATCH)
                .pass(instruction.operand(1), Register.RAX).clobber(Register.RDX)
                .run(c -> {
                    splitRax(c);
                    c.assembler().m(form, Width.QUAD, MemoryOperand.of(SCRATCH, 0));
                });
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

    /** An instruction that takes one register. The operand comes first, since a constant is loaded where it is asked for. */
    private void consume(Instruction instruction, String name, MachineInstruction.Emission emission) {
        VirtualRegister value = operand(instruction, 0);
        selection.add(name, emission).use(value, Constraint.REGISTER);
    }
}
