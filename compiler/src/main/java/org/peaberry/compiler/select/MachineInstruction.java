/** A machine instruction, or a few that belong together, over virtual registers. */
package org.peaberry.compiler.select;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.ir.SourcePosition;

/**
 * At run time it reads its uses, then destroys its clobbered registers, then writes its definitions; a late use stays valid until the
 * definitions are written, so that it never shares their register. Only instructions without clobbers have late uses.
 */
public final class MachineInstruction {
    /** What a use or definition can be. */
    public enum Constraint {
        /** A register. */
        REGISTER,
        /** A register that no definition of the instruction shares. */
        LATE_REGISTER,
        /** A register or a slot. */
        ANY,
        /** Like ANY, shared with no definition. */
        LATE_ANY;

        public boolean needsRegister() {
            return this == REGISTER || this == LATE_REGISTER;
        }

        public boolean isLate() {
            return this == LATE_REGISTER || this == LATE_ANY;
        }
    }

    /**
     * A virtual register and what it must be.
     *
     * @param hint the register that would save a move, or null
     */
    public record Operand(VirtualRegister register, Constraint constraint, Register hint) {
    }

    /** What the emitter has to know of an instruction. */
    public enum Kind {
        OPERATION,
        /** No code. */
        NOTHING,
        /** Moves its uses to its definitions, pair by pair. */
        MOVE,
        /** Goes to the block's only successor. */
        JUMP
    }

    /** Emits code once locations are known. */
    public interface Emission {
        void emit(EmissionContext context);
    }

    private final String name;
    private final Kind kind;
    private final List<Operand> uses = new ArrayList<>(3);
    private final List<Operand> definitions = new ArrayList<>(1);
    private final Set<Register> clobbers = EnumSet.noneOf(Register.class);
    private final Emission emission;
    private boolean isPaired;
    private SourcePosition position;

    public MachineInstruction(String name, Emission emission) {
        this(name, Kind.OPERATION, emission);
    }

    public MachineInstruction(String name, Kind kind, Emission emission) {
        this.name = name;
        this.kind = kind;
        this.emission = emission;
    }

    public MachineInstruction use(VirtualRegister register, Constraint constraint) {
        return use(register, constraint, null);
    }

    public MachineInstruction use(VirtualRegister register, Constraint constraint, Register hint) {
        uses.add(new Operand(register, constraint, hint));
        return this;
    }

    public MachineInstruction define(VirtualRegister register, Constraint constraint) {
        return define(register, constraint, null);
    }

    public MachineInstruction define(VirtualRegister register, Constraint constraint, Register hint) {
        definitions.add(new Operand(register, constraint, hint));
        return this;
    }

    public MachineInstruction clobber(Register... registers) {
        clobbers.addAll(List.of(registers));
        return this;
    }

    /** Every register loses its value, as in a call. */
    public MachineInstruction clobberAll() {
        clobbers.addAll(EnumSet.allOf(Register.class));
        return this;
    }

    /** Each definition would best be in the register of the use of the same index. */
    public MachineInstruction pair() {
        isPaired = true;
        return this;
    }

    /** The source it comes from, or null where that is not known. */
    public SourcePosition position() {
        return position;
    }

    MachineInstruction at(SourcePosition newPosition) {
        position = newPosition;
        return this;
    }

    public Kind kind() {
        return kind;
    }

    public List<Operand> uses() {
        return uses;
    }

    public List<Operand> definitions() {
        return definitions;
    }

    public Set<Register> clobbers() {
        return clobbers;
    }

    /** Number of definitions that would best be in the register of the use of the same index. */
    public int pairs() {
        return isPaired ? Math.min(uses.size(), definitions.size()) : 0;
    }

    public Emission emission() {
        return emission;
    }

    @Override
    public String toString() {
        return definitions + " = " + name + " " + uses + (clobbers.isEmpty() ? "" : " clobbers " + clobbers.size());
    }
}
