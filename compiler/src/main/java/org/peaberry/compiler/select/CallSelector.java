/** Machine instructions for calls, allocation, parameters and exceptions. */
package org.peaberry.compiler.select;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.select.MachineInstruction.Constraint;
import org.peaberry.compiler.world.CallKind;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.RuntimeMethod;
import org.peaberry.runtime.object.ObjectLayout;

/** Arguments go to the System V registers, then to the stack; results come in RAX; no register survives a call. */
final class CallSelector {
    static final List<Register> ARGUMENT_REGISTERS =
            List.of(Register.RDI, Register.RSI, Register.RDX, Register.RCX, Register.R8, Register.R9);
    private static final Location RESULT = new Location.InRegister(Register.RAX);

    private final Selection selection;

    CallSelector(Selection selection) {
        this.selection = selection;
    }

    void select(Instruction instruction) {
        switch (instruction.opcode()) {
            case CALL -> call(instruction);
            case NEW -> allocate(instruction, RuntimeMethod.ALLOCATE_OBJECT, List.of());
            case NEW_ARRAY -> allocate(instruction, RuntimeMethod.ALLOCATE_ARRAY, List.of(instruction.operand(0)));
            case THROW -> raise(instruction);
            case EXCEPTION -> selection.add("exception", c -> c.move(RESULT, c.definition(0)))
                    .define(selection.defined(instruction), Constraint.ANY).hint(Register.RAX);
            default -> throw new IllegalStateException(instruction + " is no call");
        }
    }

    /** Brings all parameters from where the caller put them. */
    void parameters(List<Instruction> parameters) {
        List<Location> incoming = new ArrayList<>();
        List<Register> hints = new ArrayList<>();
        for (Instruction parameter : parameters) {
            int index = parameter.attribute(Integer.class);
            boolean inRegister = index < ARGUMENT_REGISTERS.size();
            hints.add(inRegister ? ARGUMENT_REGISTERS.get(index) : null);
            incoming.add(inRegister ? new Location.InRegister(ARGUMENT_REGISTERS.get(index))
                    : new Location.IncomingArgument(index - ARGUMENT_REGISTERS.size()));
        }
        MachineInstruction instruction = selection.add("parameters", c -> {
            List<Location> places = new ArrayList<>();
            for (int i = 0; i < incoming.size(); i++) {
                places.add(c.definition(i));
            }
            c.moveAll(incoming, places);
        });
        parameters.forEach(p -> instruction.define(selection.defined(p), Constraint.ANY));
        instruction.hint(hints.toArray(Register[]::new));
    }

    private void call(Instruction instruction) {
        Invocation invocation = instruction.attribute(Invocation.class);
        MachineInstruction.Emission target = switch (invocation.kind()) {
            case DIRECT -> {
                String symbol = CallKind.callSymbol(invocation.method());
                yield c -> c.assembler().call(symbol);
            }
            case VIRTUAL, INTERFACE -> {
                int offset = selection.layout.dispatchOffset(invocation.method());
                yield c -> {
                    MemoryOperand type = MemoryOperand.of(Register.RDI, ObjectLayout.TYPE_OFFSET);
                    c.assembler().rm(Form.MOV_RM, Width.QUAD, Register.RAX, type);
                    c.assembler().m(Form.CALL_M, Width.DOUBLE, MemoryOperand.of(Register.RAX, offset));
                };
            }
        };
        call(instruction, instruction.operands(), target);
    }

    private void call(Instruction instruction, List<Instruction> arguments, MachineInstruction.Emission target) {
        List<VirtualRegister> values = new ArrayList<>();
        List<Location> places = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            values.add(selection.value(arguments.get(i)));
            places.add(i < ARGUMENT_REGISTERS.size() ? new Location.InRegister(ARGUMENT_REGISTERS.get(i))
                    : new Location.OutgoingArgument(i - ARGUMENT_REGISTERS.size()));
        }
        selection.code.reserveOutgoing(Math.max(0, arguments.size() - ARGUMENT_REGISTERS.size()));
        MachineInstruction call = selection.add("call", c -> {
            List<Location> from = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                from.add(c.use(i));
            }
            c.moveAll(from, places);
            target.emit(c);
            c.callSite(instruction.position());
            if (instruction.type() != Type.VOID && selection.isDemanded(instruction)) {
                c.move(RESULT, c.definition(0));
            }
        }).clobberAll();
        values.forEach(v -> call.use(v, Constraint.ANY));
        if (instruction.type() != Type.VOID && selection.isDemanded(instruction)) {
            call.define(selection.defined(instruction), Constraint.ANY).hint(Register.RAX);
        }
    }

    private void allocate(Instruction instruction, RuntimeMethod allocator, List<Instruction> further) {
        String symbol = selection.world.runtimeMethod(allocator).symbol();
        String type = selection.layout.typeSymbol(instruction.attribute(ClassInfo.class));
        List<VirtualRegister> values = further.stream().map(selection::value).toList();
        MachineInstruction call = selection.add("new", c -> {
            if (!values.isEmpty()) {
                c.move(c.use(0), new Location.InRegister(Register.RSI));
            }
            c.assembler().rm(Form.LEA, Width.QUAD, Register.RDI, MemoryOperand.symbol(type, 0));
            c.assembler().call(symbol);
            c.callSite(instruction.position());
            c.move(RESULT, c.definition(0));
        }).clobberAll();
        values.forEach(v -> call.use(v, Constraint.ANY));
        call.define(selection.defined(instruction), Constraint.ANY).hint(Register.RAX);
    }

    private void raise(Instruction instruction) {
        String symbol = selection.world.runtimeMethod(RuntimeMethod.THROW).symbol();
        VirtualRegister exception = selection.value(instruction.operand(0));
        selection.add("throw", c -> {
            c.move(c.use(0), new Location.InRegister(Register.RDI));
            c.assembler().call(symbol);
            c.callSite(instruction.position());
        }).use(exception, Constraint.ANY).clobberAll();
    }
}
