/** One copy of array elements in the place of its call: checks, loads, stores. */
package org.peaberry.compiler.pass.array;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.runtime.annotation.Intrinsic.Operation;
import org.peaberry.runtime.object.ObjectLayout;

/** The call's operands are: array and index to copy from, array and index to copy to, number of elements. */
final class ArrayCopyExpansion {
    /** Each is in a register between its load and its store. */
    private static final int MOST_PIECES = 8;
    private static final MemoryKind[] PIECES = {MemoryKind.LONG, MemoryKind.INT, MemoryKind.SHORT, MemoryKind.BYTE};

    private final Graph graph;
    private final Instruction call;
    private final MemoryKind kind;
    private final int length;
    private final Block slow;

    ArrayCopyExpansion(Graph graph, Instruction call, MemoryKind kind) {
        this.graph = graph;
        this.call = call;
        this.kind = kind;
        length = (int) call.operand(4).constantValue();
        slow = graph.newBlock();
    }

    static boolean isPossible(MemoryKind kind, Instruction length) {
        return length.isConstant() && length.constantValue() > 0 && length.constantValue() <= Long.BYTES * MOST_PIECES
                && pieces(length.constantValue() * kind.bytes()).size() <= MOST_PIECES;
    }

    /** The longest first. */
    private static List<MemoryKind> pieces(long bytes) {
        List<MemoryKind> pieces = new ArrayList<>();
        long rest = bytes;
        for (MemoryKind piece : PIECES) {
            for (; rest >= piece.bytes() && pieces.size() <= MOST_PIECES; rest -= piece.bytes()) {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    void expand() {
        Block before = call.block();
        Block rest = splitBehind(before);
        before.instructions().remove(call);
        Block checked = checkArray(checkArray(before, call.operand(0), call.operand(1)), call.operand(2), call.operand(3));
        copy(checked);
        jump(checked, rest);
        slow.append(call);
        jump(slow, rest);
    }

    private Block splitBehind(Block before) {
        Block rest = graph.newBlock();
        int behind = before.instructions().indexOf(call) + 1;
        List<Instruction> moved = List.copyOf(before.instructions().subList(behind, before.instructions().size()));
        before.instructions().subList(behind, before.instructions().size()).clear();
        moved.forEach(rest::append);
        rest.takeEdgesOf(before);
        return rest;
    }

    /** Continues in the block that is returned when the array is there and has the elements. */
    private Block checkArray(Block block, Instruction array, Instruction index) {
        Block present = branch(block, Condition.EQUAL, array, append(block, Opcode.NULL, Type.REFERENCE, null));
        Block notNegative = branch(present, Condition.LESS, index, constant(present, Type.INT, 0));
        Instruction available = append(notNegative, Opcode.ARRAY_LENGTH, Type.INT, null, array);
        Instruction last = append(notNegative, Opcode.ADD, Type.INT, null, available, constant(notNegative, Type.INT, -length));
        return branch(notNegative, Condition.GREATER, index, last);
    }

    /** Goes the slow way where the condition holds; returns where it goes on otherwise. */
    private Block branch(Block block, Condition condition, Instruction left, Instruction right) {
        Block next = graph.newBlock();
        append(block, Opcode.BRANCH, Type.VOID, condition, left, right);
        block.addSuccessor(slow);
        block.addSuccessor(next);
        return next;
    }

    private void copy(Block block) {
        Instruction from = elements(block, call.operand(0), call.operand(1));
        Instruction to = elements(block, call.operand(2), call.operand(3));
        List<MemoryKind> pieces = pieces((long) length * kind.bytes());
        List<Instruction> loaded = new ArrayList<>();
        int offset = 0;
        for (MemoryKind piece : pieces) {
            loaded.add(append(block, Opcode.LOAD, piece.type(), piece, element(block, from, offset)));
            offset += piece.bytes();
        }
        offset = 0;
        for (Instruction value : loaded) {
            MemoryKind piece = value.attribute(MemoryKind.class);
            append(block, Opcode.STORE, Type.VOID, piece, element(block, to, offset), value);
            offset += piece.bytes();
        }
    }

    /** Address of the array plus the distance of the element from the first one. */
    private Instruction elements(Block block, Instruction array, Instruction index) {
        Instruction start = append(block, Opcode.INTRINSIC, Type.LONG, Operation.ADDRESS_OF_OBJECT, array);
        Instruction wide = append(block, Opcode.INT_TO_LONG, Type.LONG, null, index);
        Instruction distance = append(block, Opcode.SHL, Type.LONG, null, wide, constant(block, Type.INT, kind.shift()));
        return append(block, Opcode.ADD, Type.LONG, null, start, distance);
    }

    private Instruction element(Block block, Instruction elements, int offset) {
        return append(block, Opcode.ADD, Type.LONG, null, elements, constant(block, Type.LONG, ObjectLayout.ARRAY_ELEMENTS_OFFSET + offset));
    }

    private void jump(Block from, Block to) {
        append(from, Opcode.GOTO, Type.VOID, null);
        from.addSuccessor(to);
    }

    private Instruction constant(Block block, Type type, long value) {
        return append(block, Opcode.CONST, type, type == Type.INT ? (Object) (int) value : (Object) value);
    }

    private Instruction append(Block block, Opcode opcode, Type type, Object attribute, Instruction... operands) {
        return block.append(graph.create(opcode, type, attribute, operands).at(call.position()));
    }
}
