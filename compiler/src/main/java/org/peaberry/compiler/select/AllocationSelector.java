/** Machine instructions for new objects and arrays. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.select.MachineInstruction.Constraint;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.RuntimeMethod;

/** Cut from the allocation window where the program has one, made by a call otherwise. */
final class AllocationSelector {
    private final Selection selection;

    AllocationSelector(Selection selection) {
        this.selection = selection;
    }

    void select(Instruction instruction) {
        boolean isArray = instruction.opcode() == Opcode.NEW_ARRAY;
        if (!selection.world.hasAllocationWindow()) {
            call(instruction, isArray ? RuntimeMethod.ALLOCATE_ARRAY : RuntimeMethod.ALLOCATE_OBJECT);
        } else if (isArray) {
            cutArray(instruction);
        } else {
            cutObject(instruction);
        }
    }

    /** The type goes first, then the operands. */
    private void call(Instruction instruction, RuntimeMethod allocator) {
        String symbol = selection.world.runtimeMethod(allocator).symbol();
        String type = selection.layout.typeSymbol(instruction.attribute(ClassInfo.class));
        Arguments arguments = new Arguments(selection);
        for (int i = 0; i < instruction.operands().size(); i++) {
            arguments.add(instruction.operand(i), new Location.InRegister(ArgumentPlaces.GENERAL.get(i + 1)));
        }
        MachineInstruction call = selection.add("new", c -> {
            arguments.emit(c);
            c.prepared();
            c.assembler().rm(Form.LEA, Width.QUAD, Register.RDI, MemoryOperand.symbol(type, 0));
            c.assembler().call(symbol);
            c.callSite(instruction.position());
            c.move(new Location.InRegister(Register.RAX), c.definition(0));
        }).clobberAll();
        arguments.addTo(call).define(selection.defined(instruction), Constraint.ANY, Register.RAX);
    }

    private void cutObject(Instruction instruction) {
        AllocationWindow window = new AllocationWindow(selection, instruction, RuntimeMethod.ALLOCATE_OBJECT_BESIDE_WINDOW);
        int size = selection.layout.instanceSize(instruction.attribute(ClassInfo.class));
        selection.add("new", c -> window.cut(c, size)).define(selection.defined(instruction), Constraint.REGISTER);
    }

    private void cutArray(Instruction instruction) {
        AllocationWindow window = new AllocationWindow(selection, instruction, RuntimeMethod.ALLOCATE_ARRAY_BESIDE_WINDOW);
        Instruction length = instruction.operand(0);
        if (length.isConstant()) {
            int constant = (int) length.constantValue();
            selection.add("new array", c -> window.cutArray(c, constant)).define(selection.defined(instruction), Constraint.REGISTER);
            return;
        }
        VirtualRegister register = selection.value(length);
        selection.add("new array", c -> window.cutArray(c, c.useRegister(0))).use(register, Constraint.LATE_REGISTER)
                .define(selection.defined(instruction), Constraint.REGISTER);
    }
}
