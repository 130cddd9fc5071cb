/** A basic block of bytecode, and the IR block it becomes. */
package org.peaberry.compiler.frontend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.objectweb.asm.tree.TryCatchBlockNode;
import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Instruction;

final class BytecodeBlock {
    /** Index of its first instruction, and of the first one after it. */
    final int start;
    int end;
    /** Normal successors, in no particular order. */
    final List<BytecodeBlock> successors = new ArrayList<>();
    /** Exception table entries that cover it, in table order. */
    final List<TryCatchBlockNode> handlers = new ArrayList<>();
    /** Blocks those entries lead to. */
    final List<BytecodeBlock> handlerBlocks = new ArrayList<>();
    int predecessorCount;
    boolean isHandler;
    /** Locals that may be read before they are written, from the block's start. */
    BitSet liveIn = new BitSet();
    /** State at the start, once an edge has arrived. */
    Frame entryFrame;
    Block irBlock;
    /** Phis of {@link #entryFrame}, with the slot they merge: a local's index, or the stack depth counted from maxLocals. */
    final List<Instruction> phis = new ArrayList<>();
    final List<Integer> phiSlots = new ArrayList<>();

    BytecodeBlock(int start) {
        this.start = start;
    }

    boolean needsPhis() {
        return predecessorCount > 1 || isHandler;
    }
}
