/** Dominators of the reachable blocks. */
package org.peaberry.compiler.ir;

import java.util.ArrayList;
import java.util.List;

/** The iterative algorithm of Cooper, Harvey and Kennedy. Valid until the control flow changes; handler edges count. */
public final class DominatorTree {
    private final List<Block> order;
    private final int[] position;
    private final Block[] immediate;
    private final List<List<Block>> children;
    private final int[] enter;
    private final int[] leave;

    public DominatorTree(Graph graph) {
        order = graph.reversePostorder();
        position = new int[graph.blockLimit()];
        immediate = new Block[graph.blockLimit()];
        children = new ArrayList<>();
        enter = new int[graph.blockLimit()];
        leave = new int[graph.blockLimit()];
        for (int i = 0; i < order.size(); i++) {
            position[order.get(i).id()] = i + 1;
        }
        compute();
        for (int i = 0; i < graph.blockLimit(); i++) {
            children.add(new ArrayList<>(2));
        }
        for (Block block : order.subList(1, order.size())) {
            children.get(immediate[block.id()].id()).add(block);
        }
        number();
    }

    /** Reachable blocks in reverse postorder. */
    public List<Block> order() {
        return order;
    }

    /** The closest strict dominator; null for the entry. */
    public Block immediateDominator(Block block) {
        return block == order.get(0) ? null : immediate[block.id()];
    }

    /** Blocks whose immediate dominator this is. */
    public List<Block> children(Block block) {
        return children.get(block.id());
    }

    public boolean isReachable(Block block) {
        return position[block.id()] > 0;
    }

    /** Whether every path to the second goes through the first; a block dominates itself. */
    public boolean dominates(Block first, Block second) {
        return isReachable(first) && isReachable(second)
                && enter[first.id()] <= enter[second.id()] && leave[second.id()] <= leave[first.id()];
    }

    /** Reachable blocks, each after its dominators: the order in which scoped passes walk. */
    public List<Block> preorder() {
        List<Block> preorder = new ArrayList<>(order);
        preorder.sort((a, b) -> Integer.compare(enter[a.id()], enter[b.id()]));
        return preorder;
    }

    private void compute() {
        Block entry = order.get(0);
        immediate[entry.id()] = entry;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Block block : order.subList(1, order.size())) {
                Block dominator = commonDominatorOfPredecessors(block);
                changed |= immediate[block.id()] != dominator;
                immediate[block.id()] = dominator;
            }
        }
    }

    private Block commonDominatorOfPredecessors(Block block) {
        Block common = null;
        for (Block predecessor : block.predecessors()) {
            if (immediate[predecessor.id()] != null) {
                common = common == null ? predecessor : intersect(common, predecessor);
            }
        }
        return common;
    }

    private Block intersect(Block first, Block second) {
        while (first != second) {
            if (position[first.id()] > position[second.id()]) {
                first = immediate[first.id()];
            } else {
                second = immediate[second.id()];
            }
        }
        return first;
    }

    /** Preorder entry and exit times of the tree, without recursion. */
    private void number() {
        int[] next = new int[enter.length];
        Block block = order.get(0);
        int time = 0;
        enter[block.id()] = time++;
        while (block != null) {
            List<Block> below = children.get(block.id());
            if (next[block.id()] < below.size()) {
                block = below.get(next[block.id()]++);
                enter[block.id()] = time++;
            } else {
                leave[block.id()] = time++;
                block = immediateDominator(block);
            }
        }
    }
}
