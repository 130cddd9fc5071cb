/** Machine instructions of Intel VT-x. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.ConditionCode;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.select.MachineInstruction.Constraint;
import org.peaberry.runtime.annotation.Intrinsic.Operation;

final class VmxSelector {
    private final Selection selection;
    private final PureIntrinsicSelector pure;

    VmxSelector(Selection selection) {
        this.selection = selection;
        pure = new PureIntrinsicSelector(selection);
    }

    void select(Instruction instruction, Operation operation) {
        switch (operation) {
            case VMREAD -> readField(instruction);
            case VMWRITE -> writeField(instruction);
            case VMXON -> region(instruction, Form.VMXON);
            case VMCLEAR -> region(instruction, Form.VMCLEAR);
            case VMPTRLD -> region(instruction, Form.VMPTRLD);
            case INVEPT -> invalidate(instruction, Form.INVEPT);
            case INVVPID -> invalidate(instruction, Form.INVVPID);
            default -> pure.select(instruction, operation);
        }
    }

    private void readField(Instruction instruction) {
        VirtualRegister field = selection.value(instruction.operand(0));
        selection.add("vmread", c -> c.assembler().rm(Form.VMREAD, Width.DOUBLE, c.useRegister(0), c.definitionRegister(0)))
                .use(field, Constraint.REGISTER).define(selection.defined(instruction), Constraint.REGISTER);
    }

    private void writeField(Instruction instruction) {
        VirtualRegister field = selection.value(instruction.operand(0));
        VirtualRegister value = selection.value(instruction.operand(1));
        selection.add("vmwrite", c -> {
            c.assembler().rm(Form.VMWRITE, Width.DOUBLE, c.useRegister(0), c.useRegister(1));
            if (instruction.hasUsers()) {
                virtualizationSucceeded(c);
            }
        }).use(field, Constraint.REGISTER).use(value, Constraint.REGISTER).define(selection.defined(instruction), Constraint.REGISTER);
    }

    private void region(Instruction instruction, Form form) {
        VirtualRegister address = selection.value(instruction.operand(0));
        selection.add(form.mnemonic(), c -> {
            c.assembler().m(form, Width.DOUBLE, MemoryOperand.of(c.useRegister(0), 0));
            virtualizationSucceeded(c);
        }).use(address, Constraint.REGISTER).define(selection.defined(instruction), Constraint.REGISTER);
    }

    private void invalidate(Instruction instruction, Form form) {
        VirtualRegister type = selection.value(instruction.operand(0));
        VirtualRegister descriptor = selection.value(instruction.operand(1));
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
}
