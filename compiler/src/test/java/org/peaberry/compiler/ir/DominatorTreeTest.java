/** Dominators and loops of random control flow, against their definitions. */
package org.peaberry.compiler.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DominatorTreeTest {
    private static Graph randomGraph(long seed, int size) {
        Random random = new Random(seed);
        Graph graph = new Graph("random", null, List.of(), Type.VOID);
        for (int i = 0; i < size; i++) {
            graph.newBlock();
        }
        for (Block block : graph.blocks()) {
            for (int i = random.nextInt(3); i > 0; i--) {
                block.addSuccessor(graph.blocks().get(1 + random.nextInt(size - 1)));
            }
        }
        graph.removeUnreachableBlocks();
        return graph;
    }

    private static Set<Block> reachableWithout(Graph graph, Block avoided) {
        Set<Block> seen = new HashSet<>();
        Deque<Block> work = new ArrayDeque<>(List.of(graph.entry()));
        while (!work.isEmpty()) {
            Block block = work.pop();
            if (block != avoided && seen.add(block)) {
                work.addAll(block.allSuccessors());
            }
        }
        return seen;
    }

    @Property(tries = 300)
    void blockDominatesWhatCannotBeReachedWithoutIt(@ForAll long seed, @ForAll @IntRange(min = 2, max = 14) int size) {
        Graph graph = randomGraph(seed, size);
        DominatorTree tree = new DominatorTree(graph);
        for (Block first : graph.blocks()) {
            Set<Block> others = reachableWithout(graph, first);
            for (Block second : graph.blocks()) {
                assertEquals(!others.contains(second), tree.dominates(first, second), first + " over " + second);
            }
        }
    }

    @Property(tries = 300)
    void everyBlockOfALoopReachesItsHeader(@ForAll long seed, @ForAll @IntRange(min = 2, max = 14) int size) {
        Graph graph = randomGraph(seed, size);
        DominatorTree tree = new DominatorTree(graph);
        Loops loops = new Loops(graph, tree);
        for (Block header : loops.headers()) {
            for (Block block : loops.body(header)) {
                assertEquals(true, tree.dominates(header, block), header + " over " + block);
            }
        }
    }
}
