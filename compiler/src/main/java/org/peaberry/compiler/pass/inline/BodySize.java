/** How much a method's body weighs when it is copied. */
package org.peaberry.compiler.pass.inline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;

/**
 * Instructions that cost something.
 *
 * @param all    of them
 * @param normal those where no exception was thrown, nor will be on every way from there
 */
record BodySize(int all, int normal) {
    static BodySize of(Graph graph) {
        Set<Block> exceptional = exceptionalBlocks(graph);
        int all = 0;
        int normal = 0;
        for (Block block : graph.blocks()) {
            int size = block.instructions().stream().mapToInt(BodySize::weight).sum();
            all += size;
            normal += exceptional.contains(block) ? 0 : size;
        }
        return new BodySize(all, normal);
    }

    private static int weight(Instruction instruction) {
        return switch (instruction.opcode()) {
            case CONST, NULL, OBJECT, PARAMETER, PHI, GOTO, RETURN, SYMBOL, TYPE_INFORMATION -> 0;
            case CALL -> 2 + instruction.operands().size();
            default -> 1;
        };
    }

    private static Set<Block> exceptionalBlocks(Graph graph) {
        Set<Block> found = new HashSet<>();
        List<Block> order = graph.reversePostorder();
        for (int i = order.size() - 1; i >= 0; i--) {
            Block block = order.get(i);
            Opcode end = block.terminator().opcode();
            boolean fails = !block.successors().isEmpty() && found.containsAll(block.successors());
            if (end == Opcode.THROW || end == Opcode.UNREACHABLE || fails) {
                found.add(block);
            }
        }
        for (Block block : order) {
            boolean isHandler = block.predecessors().stream().allMatch(before -> before.handler() == block || found.contains(before));
            if (isHandler && block != graph.entry()) {
                found.add(block);
            }
        }
        return found;
    }
}
