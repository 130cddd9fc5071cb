/** Finds loads that can be part of the instruction that uses their value. */
package org.peaberry.compiler.select;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.runtime.annotation.Intrinsic.Operation;

/** A load moves down to its only user, in the same block, when nothing between them could change what it reads. */
final class Folding {
    /** How far a load may move: its operands live on until there. */
    private static final int FARTHEST = 16;

    private final int[] positions;
    private final Predicate<Instruction> isDemanded;
    private final ImplicitNullChecks implicit;
    private final Set<Instruction> folded = new HashSet<>();

    /** @param isDemanded whether a value is wanted in a register: addresses take the parts of a sum, which is not theirs in the graph */
    Folding(Graph graph, Predicate<Instruction> isDemanded, ImplicitNullChecks implicit) {
        this.isDemanded = isDemanded;
        this.implicit = implicit;
        positions = new int[graph.instructionLimit()];
        graph.blocks().forEach(block -> number(block.instructions()));
    }

    private void number(List<Instruction> instructions) {
        for (int i = 0; i < instructions.size(); i++) {
            positions[instructions.get(i).id()] = i;
        }
    }

    /** Notes that a load is part of its user, so that it is not made by itself. */
    void fold(Instruction load) {
        folded.add(load);
    }

    boolean isFolded(Instruction load) {
        return folded.contains(load);
    }

    /** Whether the value has no use but one, in the same block. */
    static boolean isOnlyFor(Instruction value, Instruction user) {
        return value.users().size() == 1 && value.users().get(0) == user && value.block() == user.block();
    }

    /** Whether the value is a load as wide as its type, and can move to a place of its block. */
    boolean isFoldable(Instruction value, Instruction user, Instruction place) {
        MemoryKind kind = kind(value);
        boolean isWhole = kind != null && (kind.bytes() >= Integer.BYTES);
        return isWhole && isMovable(value, user, place);
    }

    /** Whether the value is a load of a byte that can move to a place of its block. */
    boolean isFoldableByte(Instruction value, Instruction user, Instruction place) {
        MemoryKind kind = kind(value);
        return (kind == MemoryKind.BOOLEAN || kind == MemoryKind.BYTE) && isMovable(value, user, place);
    }

    /** Whether the value is a load that can move to a place of its block. */
    boolean isMovable(Instruction load, Instruction user, Instruction place) {
        return kind(load) != null && isOnlyFor(load, user) && !isDemanded.test(load) && load.block() == place.block() && canMove(load, place);
    }

    private static MemoryKind kind(Instruction load) {
        return switch (load.opcode()) {
            case GET_FIELD, GET_STATIC -> load.attribute(FieldInfo.class).memoryKind();
            case ARRAY_LOAD, LOAD -> load.attribute(MemoryKind.class);
            case ARRAY_LENGTH -> MemoryKind.INT;
            case INTRINSIC -> load.attribute() == Operation.PER_CPU_LOAD && load.operand(0).isConstant() ? MemoryKind.LONG : null;
            default -> null;
        };
    }

    private boolean canMove(Instruction load, Instruction place) {
        int from = positions[load.id()] + 1;
        int to = positions[place.id()];
        if (to - from > FARTHEST) {
            return false;
        }
        List<Instruction> between = load.block().instructions().subList(from, to);
        if (implicit.checkOf(load) != null) {
            return between.stream().noneMatch(i -> implicit.separates(load, i));
        }
        return load.opcode() == Opcode.ARRAY_LENGTH || between.stream().noneMatch(i -> separates(load, i));
    }

    /** Raw loads keep their order among themselves, and checks come before them. */
    private static boolean separates(Instruction load, Instruction other) {
        return switch (other.opcode()) {
            case PUT_FIELD, PUT_STATIC, ARRAY_STORE, STORE, INTRINSIC, CALL, NEW, NEW_ARRAY -> true;
            default -> load.opcode() == Opcode.LOAD && (other.opcode() == Opcode.LOAD || other.opcode().mayThrow());
        };
    }
}
