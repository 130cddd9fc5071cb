/** What the selectors share: virtual registers of values, the group of instructions being made, the world's numbers. */
package org.peaberry.compiler.select;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.select.MachineInstruction.Constraint;
import org.peaberry.compiler.world.ImageLayout;
import org.peaberry.compiler.world.World;

/** Values that a constant gives are made anew at each use, so that they never occupy a register for long. */
final class Selection {
    final World world;
    final ImageLayout layout;
    final MachineCode code;
    final Folding folding;
    private final ImplicitNullChecks implicit;
    private final Set<Instruction> madeByAccess = new HashSet<>();
    private final Set<Instruction> demanded = new HashSet<>();
    private List<MachineInstruction> group = new ArrayList<>();
    private SourcePosition position;

    Selection(World world, ImageLayout layout, Graph graph, MachineCode code, ImplicitNullChecks implicit) {
        folding = new Folding(graph, this::isDemanded, implicit);
        this.implicit = implicit;
        this.world = world;
        this.layout = layout;
        this.code = code;
    }

    /** Starts the instructions of another IR instruction, whose source is there; null when it has none. */
    void beginGroup(SourcePosition newPosition) {
        group = new ArrayList<>();
        position = newPosition;
    }

    /** The instructions made since {@link #beginGroup}. */
    List<MachineInstruction> group() {
        return group;
    }

    MachineInstruction add(MachineInstruction instruction) {
        group.add(instruction.at(position));
        return instruction;
    }

    MachineInstruction add(String name, MachineInstruction.Emission emission) {
        return add(new MachineInstruction(name, emission));
    }

    /** Instructions without operands, with nothing between them. */
    MachineInstruction add(Form... forms) {
        return add(forms[0].mnemonic(), c -> {
            for (Form form : forms) {
                c.assembler().zo(form);
            }
        });
    }

    /** Whether some instruction that was selected before uses the value. */
    boolean isDemanded(Instruction value) {
        return demanded.contains(value);
    }

    void demand(Instruction value) {
        demanded.add(Extensions.origin(value));
    }

    /** The register a value is defined in. */
    VirtualRegister defined(Instruction value) {
        return code.define(value);
    }

    /** Whether an access may make a null check by faulting. */
    boolean makesNullCheck(Instruction access) {
        return implicit.checkOf(access) != null;
    }

    /** The null check that an access makes by faulting, or null; to be asked when the access is selected, which it then must be. */
    Instruction takeNullCheck(Instruction access) {
        Instruction check = implicit.checkOf(access);
        if (check != null) {
            madeByAccess.add(check);
            code.addNullFault();
        }
        return check;
    }

    /** Whether an access makes the null check; known once everything behind the check was selected. */
    boolean isMadeByAccess(Instruction check) {
        return madeByAccess.contains(check);
    }

    /** A register with the value, for a use. */
    VirtualRegister value(Instruction value) {
        Instruction origin = Extensions.origin(value);
        if (Rematerialization.isPossible(origin)) {
            return materialize(origin);
        }
        demanded.add(origin);
        return defined(origin);
    }

    /** A register with the value in its lower 32 bits, for a use that reads no others. */
    VirtualRegister lowerHalf(Instruction value) {
        return value(Extensions.lowerHalf(value));
    }

    private VirtualRegister materialize(Instruction value) {
        VirtualRegister register = code.newRegister(value.type());
        Rematerialization constant = Rematerialization.of(value, layout);
        add(value.opcode().text(), c -> constant.emit(c.assembler(), c.definitionRegister(0))).define(register, Constraint.REGISTER);
        return register;
    }

    /** Whether the value is a constant that fits an instruction's 32-bit immediate field at its own width. */
    static boolean isImmediate(Instruction value) {
        return switch (value.opcode()) {
            case NULL -> true;
            case CONST -> value.type() == Type.INT || value.type() == Type.FLOAT || value.constantValue() == (int) value.constantValue();
            default -> false;
        };
    }

    /** The immediate field of such a constant. */
    static int immediateField(Instruction value) {
        return value.isConstant() ? (int) value.constantValue() : 0;
    }

    static Width width(Type type) {
        return type == Type.INT || type == Type.FLOAT ? Width.DOUBLE : Width.QUAD;
    }
}
