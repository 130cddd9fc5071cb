/** The order in which blocks are emitted: reverse postorder, loops in one piece with their conditions last, and cold blocks at the end. */
package org.peaberry.compiler.select;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Loops;
import org.peaberry.compiler.ir.Opcode;

final class BlockOrder {
    private BlockOrder() {
    }

    static List<Block> of(Graph graph, Loops loops) {
        List<Block> all = graph.reversePostorder();
        Set<Block> cold = coldBlocks(all);
        List<Block> order = new ArrayList<>();
        all.stream().filter(b -> !cold.contains(b)).forEach(order::add);
        largestFirst(loops).forEach(header -> gather(order, header, loops.body(header)));
        loops.headers().forEach(header -> rotate(order, header, loops.body(header)));
        all.stream().filter(cold::contains).forEach(order::add);
        return order;
    }

    /** Loops around others come first. */
    private static List<Block> largestFirst(Loops loops) {
        return loops.headers().stream().sorted(Comparator.comparing((Block header) -> loops.body(header).size()).reversed()).toList();
    }

    /** Moves what stands between the blocks of a loop but is not part of it, as the code behind a return in the loop, behind the loop. */
    private static void gather(List<Block> order, Block header, Set<Block> body) {
        int first = order.indexOf(header);
        int last = order.size() - 1;
        while (last > first && !body.contains(order.get(last))) {
            last--;
        }
        if (first < 0 || last <= first) {
            return;
        }
        List<Block> span = order.subList(first, last + 1);
        List<Block> inside = span.stream().filter(body::contains).toList();
        List<Block> outside = span.stream().filter(b -> !body.contains(b)).toList();
        span.clear();
        order.addAll(first, outside);
        order.addAll(first, inside);
    }

    /** Moves a header that may leave the loop behind the block that jumps back to it: that saves the jump. */
    private static void rotate(List<Block> order, Block header, Set<Block> body) {
        int first = order.indexOf(header);
        int last = first;
        while (first >= 0 && last + 1 < order.size() && body.contains(order.get(last + 1))) {
            last++;
        }
        if (last > first && isExit(header, body) && order.get(last).successors().equals(List.of(header))) {
            order.add(last, order.remove(first));
        }
    }

    private static boolean isExit(Block header, Set<Block> body) {
        return header.terminator().opcode() == Opcode.BRANCH && !body.containsAll(header.successors());
    }

    /** Blocks from which every path throws, and those that only exceptions reach. The entry is never one. */
    static Set<Block> coldBlocks(List<Block> reversePostorder) {
        Set<Block> cold = new HashSet<>();
        for (int i = reversePostorder.size() - 1; i > 0; i--) {
            Block block = reversePostorder.get(i);
            Opcode end = block.terminator().opcode();
            boolean throwsAlways = end == Opcode.THROW || end == Opcode.UNREACHABLE;
            if (throwsAlways || !block.successors().isEmpty() && cold.containsAll(block.successors())) {
                cold.add(block);
            }
        }
        for (int i = 1; i < reversePostorder.size(); i++) {
            Block block = reversePostorder.get(i);
            if (block.predecessors().stream().allMatch(p -> p.handler() == block || cold.contains(p))) {
                cold.add(block);
            }
        }
        return cold;
    }
}
