/** Finds the blocks of a method from which every path ends in an exception. */
package org.peaberry.compiler.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Opcode;

/** What is allocated there is an exception and its message, for which the sealed heap keeps a reserve. */
public final class FailingBlocks {
    private FailingBlocks() {
    }

    /** The least solution: an endless loop is not failing. */
    public static Set<Block> of(Graph graph) {
        Set<Block> failing = new HashSet<>();
        List<Block> blocks = graph.reversePostorder();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = blocks.size() - 1; i >= 0; i--) {
                changed |= fails(blocks.get(i), failing) && failing.add(blocks.get(i));
            }
        }
        return failing;
    }

    private static boolean fails(Block block, Set<Block> failing) {
        Opcode terminator = block.terminator().opcode();
        if (terminator == Opcode.THROW || terminator == Opcode.UNREACHABLE) {
            return true;
        }
        return !block.successors().isEmpty() && failing.containsAll(block.successors());
    }
}
