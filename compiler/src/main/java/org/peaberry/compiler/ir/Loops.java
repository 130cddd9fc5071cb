/** Natural loops: headers and nesting depth. */
package org.peaberry.compiler.ir;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A loop is a header and the blocks that reach one of its back edges without passing the header. */
public final class Loops {
    private final Map<Block, Set<Block>> bodies = new LinkedHashMap<>();
    private final int[] depth;

    public Loops(Graph graph, DominatorTree dominators) {
        depth = new int[graph.blockLimit()];
        for (Block block : dominators.order()) {
            for (Block successor : block.allSuccessors()) {
                if (dominators.dominates(successor, block)) {
                    collect(bodies.computeIfAbsent(successor, h -> new HashSet<>(Set.of(h))), block);
                }
            }
        }
        for (Set<Block> body : bodies.values()) {
            body.forEach(b -> depth[b.id()]++);
        }
    }

    private static void collect(Set<Block> body, Block end) {
        Deque<Block> work = new ArrayDeque<>();
        work.add(end);
        while (!work.isEmpty()) {
            Block block = work.pop();
            if (body.add(block)) {
                work.addAll(block.predecessors());
            }
        }
    }

    /** Number of loops around the block. */
    public int depth(Block block) {
        return depth[block.id()];
    }

    public Set<Block> headers() {
        return Collections.unmodifiableSet(bodies.keySet());
    }

    /** Blocks of the loop with that header, the header included. */
    public Set<Block> body(Block header) {
        return Collections.unmodifiableSet(bodies.get(header));
    }

    /** The only block from which the loop is entered, if it leads nowhere else, not to a handler either; otherwise null. */
    public Block preheader(Block header) {
        List<Block> outside = header.predecessors().stream().filter(p -> !bodies.get(header).contains(p)).toList();
        boolean isPlain = outside.size() == 1 && outside.get(0).terminator().opcode() == Opcode.GOTO && outside.get(0).handler() == null;
        return isPlain ? outside.get(0) : null;
    }

    /** Whether no other loop is in it. */
    public boolean isInnermost(Block header) {
        return bodies.keySet().stream().noneMatch(other -> other != header && bodies.get(header).contains(other));
    }
}
