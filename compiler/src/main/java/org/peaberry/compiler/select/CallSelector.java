/** Machine instructions for calls, parameters and exceptions. */
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
import org.peaberry.compiler.world.RuntimeMethod;
import org.peaberry.runtime.object.ObjectLayout;

/** Arguments go to the System V registers, then to the stack; results come in RAX, floating-point ones in XMM0; no register survives a call. */
final class CallSelector {
    private static final Register RESULT = Register.RAX;
    private static final Register VECTOR_RESULT = Register.XMM0;

    private final Selection selection;

    CallSelector(Selection selection) {
        this.selection = selection;
    }

    void select(Instruction instruction) {
        switch (instruction.opcode()) {
            case CALL -> call(instruction);
            case NEW, NEW_ARRAY -> new AllocationSelector(selection).select(instruction);
            case THROW -> callRuntime(instruction, RuntimeMethod.THROW, instruction.operands());
            case EXCEPTION -> selection.add("exception", c -> c.move(new Location.InRegister(RESULT), c.definition(0)))
                    .define(selection.defined(instruction), Constraint.ANY, Register.RAX);
            default -> throw new IllegalStateException(instruction + " is no call");
        }
    }

    /** Brings all parameters from where the caller put them. */
    void parameters(List<Type> types, List<Instruction> parameters) {
        ArgumentPlaces places = ArgumentPlaces.of(types);
        List<Location> incoming = parameters.stream().map(p -> places.incoming(p.attribute(Integer.class))).toList();
        MachineInstruction instruction = selection.add("parameters", c -> {
            List<Location> wanted = new ArrayList<>();
            for (int i = 0; i < incoming.size(); i++) {
                wanted.add(c.definition(i));
            }
            c.moveAll(incoming, wanted);
        });
        for (int i = 0; i < incoming.size(); i++) {
            Register arrival = incoming.get(i) instanceof Location.InRegister in ? in.register() : null;
            instruction.define(selection.defined(parameters.get(i)), Constraint.ANY, arrival);
        }
    }

    /** Where a result is after the call. */
    static Register result(Type type) {
        return type.isFloatingPoint() ? VECTOR_RESULT : RESULT;
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
                Instruction nullCheck = selection.takeNullCheck(instruction);
                yield c -> {
                    MemoryOperand type = MemoryOperand.of(Register.RDI, ObjectLayout.TYPE_OFFSET);
                    if (nullCheck != null) {
                        c.nullCheck(type, nullCheck.position());
                    }
                    c.assembler().rm(Form.MOV_RM, Width.QUAD, Register.RAX, type);
                    c.assembler().m(Form.CALL_M, Width.DOUBLE, MemoryOperand.of(Register.RAX, offset));
                };
            }
        };
        call(instruction, instruction.operands(), target);
    }

    private void call(Instruction instruction, List<Instruction> operands, MachineInstruction.Emission target) {
        Arguments arguments = new Arguments(selection);
        ArgumentPlaces places = ArgumentPlaces.of(operands.stream().map(Instruction::type).toList());
        for (int i = 0; i < operands.size(); i++) {
            arguments.add(operands.get(i), places.outgoing(i));
        }
        selection.code.reserveOutgoing(places.onStack());
        Register result = result(instruction.type());
        boolean hasResult = instruction.type() != Type.VOID && selection.isDemanded(instruction);
        MachineInstruction call = selection.add("call", c -> {
            arguments.emit(c);
            c.prepared();
            target.emit(c);
            c.callSite(instruction.position());
            if (hasResult) {
                c.move(new Location.InRegister(result), c.definition(0));
            }
        }).clobberAll();
        arguments.addTo(call);
        if (hasResult) {
            call.define(selection.defined(instruction), Constraint.ANY, result);
        }
    }

    private void callRuntime(Instruction instruction, RuntimeMethod method, List<Instruction> operands) {
        String symbol = selection.world.runtimeMethod(method).symbol();
        call(instruction, operands, c -> c.assembler().call(symbol));
    }
}
