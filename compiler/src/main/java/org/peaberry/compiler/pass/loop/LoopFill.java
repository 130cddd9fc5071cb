/** One fill or copy in front of its loop, which then has nothing left to do. */
package org.peaberry.compiler.pass.loop;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.Edits;
import org.peaberry.runtime.annotation.Intrinsic.Operation;
import org.peaberry.runtime.object.ObjectLayout;

/** A copy has the same index on both sides, so that an array may be copied to itself. */
final class LoopFill {
    /** String instructions take some time to start. */
    private static final int FEWEST_BYTES = 256;
    /** All bytes of such a constant are equal. */
    private static final long[] EQUAL_BYTES = {0, -1};

    private final Graph graph;
    private final CountedLoop loop;
    private final Instruction store;
    private final MemoryKind kind;
    /** Where it is done. */
    private Block block;

    /** @param store the only effect of the loop */
    LoopFill(Graph graph, CountedLoop loop, Instruction store) {
        this.graph = graph;
        this.loop = loop;
        this.store = store;
        kind = store.attribute(MemoryKind.class);
    }

    boolean isPossible() {
        return isOutside(store.operand(0)) && store.operand(1) == loop.index() && (isFilled() || isCopied()) && !isDone();
    }

    /** In a method that was inlined. */
    private boolean isDone() {
        return loop.start().opcode() == Opcode.PHI && loop.start().operands().contains(loop.limit());
    }

    private boolean isOutside(Instruction value) {
        return !loop.body().contains(value.block());
    }

    private boolean isFilled() {
        Instruction value = store.operand(2);
        boolean isKnown = isOutside(value) || value.isConstant() || value.opcode() == Opcode.NULL;
        boolean hasOperation = kind.bytes() == 1 || kind == MemoryKind.LONG || hasEqualBytes(value);
        return isKnown && hasOperation;
    }

    private static boolean hasEqualBytes(Instruction value) {
        if (value.opcode() == Opcode.NULL) {
            return true;
        }
        for (long constant : EQUAL_BYTES) {
            if (value.isConstant() && value.constantValue() == constant) {
                return true;
            }
        }
        return false;
    }

    /** An element of the same kind at the same place of another array. */
    private boolean isCopied() {
        Instruction value = store.operand(2);
        return value.opcode() == Opcode.ARRAY_LOAD && value.attribute() == kind && isOutside(value.operand(0)) && value.operand(1) == loop.index()
                && !value.type().isFloatingPoint();
    }

    void make() {
        Block before = loop.before();
        block = graph.newBlock();
        Instruction limit = outside(before, loop.limit());
        Instruction count = place(before, Opcode.SUB, Type.LONG, null, wide(before, limit), wide(before, loop.start()));
        Instruction fewest = place(before, Opcode.CONST, Type.LONG, (long) FEWEST_BYTES >> kind.shift());
        Edits.replaceTerminator(graph, before, graph.create(Opcode.BRANCH, Type.VOID, Condition.LESS, count, fewest));
        block.append(graph.create(Opcode.GOTO, Type.VOID, null).at(store.position()));
        before.addSuccessor(block);
        block.addSuccessor(loop.header());
        loop.index().addOperand(limit);
        if (isFilled()) {
            fill(count);
        } else {
            copy(count);
        }
    }

    private Instruction wide(Block where, Instruction value) {
        return place(where, Opcode.INT_TO_LONG, Type.LONG, null, value);
    }

    /** A limit that is a constant may stand in the loop. */
    private Instruction outside(Block before, Instruction value) {
        return isOutside(value) ? value : place(before, Opcode.CONST, Type.INT, value.attribute());
    }

    private void fill(Instruction count) {
        Instruction value = store.operand(2);
        boolean isLong = kind == MemoryKind.LONG;
        Instruction filler = isLong ? isOutside(value) ? value : inBlock(Opcode.CONST, Type.LONG, value.attribute()) : bytes(value);
        inBlock(Opcode.INTRINSIC, Type.VOID, isLong ? Operation.FILL_WORDS : Operation.FILL_BYTES, first(store.operand(0)), filler,
                isLong ? count : size(count));
    }

    /** The byte of which all of the value is made. */
    private Instruction bytes(Instruction value) {
        if (value.opcode() == Opcode.NULL) {
            return inBlock(Opcode.CONST, Type.INT, 0);
        }
        return value.isConstant() ? inBlock(Opcode.CONST, Type.INT, (int) value.constantValue()) : value;
    }

    private void copy(Instruction count) {
        inBlock(Opcode.INTRINSIC, Type.VOID, Operation.COPY_BYTES, first(store.operand(0)), first(store.operand(2).operand(0)), size(count));
    }

    private Instruction size(Instruction count) {
        return inBlock(Opcode.SHL, Type.LONG, null, count, inBlock(Opcode.CONST, Type.INT, kind.shift()));
    }

    /** Address of the first element that the loop reaches. */
    private Instruction first(Instruction array) {
        Instruction start = inBlock(Opcode.INTRINSIC, Type.LONG, Operation.ADDRESS_OF_OBJECT, array);
        Instruction elements = inBlock(Opcode.ADD, Type.LONG, null, start, inBlock(Opcode.CONST, Type.LONG, (long) ObjectLayout.ARRAY_ELEMENTS_OFFSET));
        return inBlock(Opcode.ADD, Type.LONG, null, elements, size(wide(block, loop.start())));
    }

    private Instruction inBlock(Opcode opcode, Type type, Object attribute, Instruction... operands) {
        return place(block, opcode, type, attribute, operands);
    }

    /** In front of the jump at the end of a block. */
    private Instruction place(Block where, Opcode opcode, Type type, Object attribute, Instruction... operands) {
        return Edits.insertBefore(graph, where.terminator(), opcode, type, attribute, operands);
    }
}
