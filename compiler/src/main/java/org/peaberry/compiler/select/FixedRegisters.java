/** An instruction that finds its operands in registers of its own choice. */
package org.peaberry.compiler.select;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.select.MachineInstruction.Constraint;
import org.peaberry.runtime.annotation.Intrinsic.Operation;

/** Operands are moved there all at once; those registers, but for the scratch register, are clobbered. */
final class FixedRegisters {
    private final Selection selection;
    private final String name;
    private final Arguments arguments;
    private final List<Register> clobbers = new ArrayList<>();
    private VirtualRegister result;
    private Register resultRegister;

    FixedRegisters(Selection selection, String name) {
        this.selection = selection;
        this.name = name;
        arguments = new Arguments(selection);
    }

    /** For an intrinsic operation. */
    static FixedRegisters of(Selection selection, Instruction intrinsic) {
        return new FixedRegisters(selection, intrinsic.attribute(Operation.class).name());
    }

    /** An intrinsic operation that takes its operands in those registers and gives nothing. */
    static void run(Selection selection, Instruction intrinsic, Form form, Register... registers) {
        of(selection, intrinsic).passAll(intrinsic, registers).run(c -> c.assembler().zo(form));
    }

    /** Passes the first operands of an intrinsic operation. */
    FixedRegisters passAll(Instruction intrinsic, Register... registers) {
        for (int i = 0; i < registers.length; i++) {
            pass(intrinsic.operand(i), registers[i]);
        }
        return this;
    }

    FixedRegisters pass(Instruction operand, Register register) {
        arguments.add(operand, new Location.InRegister(register));
        return clobber(register);
    }

    FixedRegisters clobber(Register register) {
        if (register != EmissionContext.SCRATCH) {
            clobbers.add(register);
        }
        return this;
    }

    /** The result is in that register afterwards. */
    FixedRegisters give(VirtualRegister newResult, Register register) {
        result = newResult;
        resultRegister = register;
        return clobber(register);
    }

    /** Makes the instruction. */
    MachineInstruction run(MachineInstruction.Emission operation) {
        MachineInstruction instruction = selection.add(name, c -> {
            arguments.emit(c);
            operation.emit(c);
            if (result != null) {
                c.move(new Location.InRegister(resultRegister), c.definition(0));
            }
        });
        arguments.addTo(instruction);
        clobbers.forEach(instruction::clobber);
        if (result != null) {
            instruction.define(result, Constraint.ANY, resultRegister == EmissionContext.SCRATCH ? null : resultRegister);
        }
        return instruction;
    }
}
