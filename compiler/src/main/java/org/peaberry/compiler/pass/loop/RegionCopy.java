/** A copy of blocks of a graph, beside them. */
package org.peaberry.compiler.pass.loop;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Local;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.pass.Edits;

/**
 * Edges between the blocks lead to the copies, those that leave them lead where they led. Nothing leads to the copy from outside: that is for the
 * caller to do, as are the values that are used behind the region ({@link DefinitionRepair}).
 */
final class RegionCopy {
    private final Graph graph;
    private final Block entry;
    private final Map<Block, Block> blocks = new LinkedHashMap<>();
    private final Map<Instruction, Instruction> values = new HashMap<>();
    private final Map<SourcePosition, SourcePosition> positions = new IdentityHashMap<>();
    private Block afterRound;

    /** @param entry the only one of the blocks that is entered from outside */
    RegionCopy(Graph graph, Block entry, Collection<Block> region) {
        this.graph = graph;
        this.entry = entry;
        region.stream().sorted(Comparator.comparingInt(Block::id)).forEach(block -> blocks.put(block, graph.newBlock()));
    }

    /** Says what stands for a value of the region in the copy, which then has no instruction for it. */
    void substitute(Instruction original, Instruction value) {
        values.put(original, value);
    }

    /** Makes the copy of one iteration: edges to the entry lead to the original. All phis of the entry have been substituted. */
    void makeIteration() {
        make(entry);
    }

    /** Makes the copy of a loop: its entry's phis have operands for the edges from inside. */
    void makeLoop() {
        make(blocks.get(entry));
    }

    private void make(Block round) {
        afterRound = round;
        blocks.keySet().forEach(this::copyInstructions);
        blocks.keySet().forEach(this::copyEdges);
        blocks.keySet().stream().filter(original -> original != entry || round != entry).forEach(this::orderPredecessors);
        blocks.keySet().forEach(this::copyOperands);
    }

    Map<Block, Block> blocks() {
        return blocks;
    }

    /** What stands in the copy for a value of the graph. */
    Instruction copied(Instruction value) {
        return values.getOrDefault(value, value);
    }

    private void copyInstructions(Block original) {
        Block copy = blocks.get(original);
        for (Instruction instruction : original.instructions()) {
            if (!values.containsKey(instruction)) {
                values.put(instruction, copy.append(Edits.copy(graph, instruction)));
            }
        }
    }

    private void copyEdges(Block original) {
        Block copy = blocks.get(original);
        for (Block successor : original.successors()) {
            copy.addSuccessor(successor == entry ? afterRound : blocks.getOrDefault(successor, successor));
            bringValues(original, successor);
        }
        Block handler = original.handler();
        if (handler != null) {
            copy.setHandler(blocks.getOrDefault(handler, handler));
            bringValues(original, handler);
        }
    }

    /** Phis outside of the copy get an operand for the new edge. */
    private void bringValues(Block original, Block successor) {
        if (successor == entry ? afterRound == entry : !blocks.containsKey(successor)) {
            int edge = successor.predecessors().indexOf(original);
            successor.phis().forEach(phi -> phi.addOperand(copied(phi.operand(edge))));
        }
    }

    private void orderPredecessors(Block original) {
        List<Block> predecessors = blocks.get(original).predecessors();
        predecessors.clear();
        original.predecessors().stream().filter(blocks::containsKey).forEach(p -> predecessors.add(blocks.get(p)));
    }

    private void copyOperands(Block original) {
        Block copy = blocks.get(original);
        for (Instruction instruction : original.instructions()) {
            Instruction made = values.get(instruction);
            if (made.block() == copy) {
                for (int i = 0; i < instruction.operands().size(); i++) {
                    if (instruction.opcode() != Opcode.PHI || blocks.containsKey(original.predecessors().get(i))) {
                        made.addOperand(copied(instruction.operand(i)));
                    }
                }
                made.at(copied(instruction.position()));
            }
        }
    }

    /** The variables hold the copied values. */
    private SourcePosition copied(SourcePosition position) {
        if (position == null) {
            return null;
        }
        return positions.computeIfAbsent(position, p -> new SourcePosition(p.method(), p.line(), p.caller(), p.locals().stream()
                .map(local -> new Local(local.variable(), local.value() == null ? null : copied(local.value().latest()))).toList()));
    }
}
