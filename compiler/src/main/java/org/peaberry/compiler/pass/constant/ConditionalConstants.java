/** Finds the constants of a graph together with the edges that control can take: each decides about the other. */
package org.peaberry.compiler.pass.constant;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.pass.check.Nullness;
import org.peaberry.compiler.world.World;

/**
 * After Wegman and Zadeck, "Constant Propagation with Conditional Branches" (TOPLAS 13(2), 1991): nothing is executed and every value is
 * undefined until an edge or an operand says otherwise. So a constant that only comes back to itself around a loop stays one.
 */
final class ConditionalConstants {
    private record Edge(Block from, Block to) {
    }

    private final Graph graph;
    private final ConstantTransfer transfer;
    private final LatticeValue[] values;
    private final Set<Block> executed = new HashSet<>();
    private final Set<Edge> taken = new HashSet<>();
    private final Deque<Edge> edges = new ArrayDeque<>();
    private final Deque<Instruction> changed = new ArrayDeque<>();

    ConditionalConstants(Graph graph, World world, Nullness nullness) {
        this.graph = graph;
        transfer = new ConstantTransfer(graph, world, nullness, this::of);
        values = new LatticeValue[graph.instructionLimit()];
        Arrays.fill(values, LatticeValue.UNDEFINED);
        execute(graph.entry());
        while (!edges.isEmpty() || !changed.isEmpty()) {
            if (edges.isEmpty()) {
                changed.poll().users().forEach(this::visitIfExecuted);
            } else {
                follow(edges.poll());
            }
        }
    }

    /** What is known of a value; of literals that were made since, too. */
    LatticeValue of(Instruction value) {
        return value.id() < values.length ? values[value.id()] : transfer.valueOf(value);
    }

    boolean isExecuted(Block block) {
        return executed.contains(block);
    }

    /** Whether a check never throws. */
    boolean passes(Instruction check) {
        return transfer.passes(check);
    }

    /** The only successor that a BRANCH or SWITCH goes to, as an index; -1 when there are several. */
    int onlySuccessor(Block block) {
        return switch (block.terminator().opcode()) {
            case BRANCH -> branchTarget(block.terminator());
            case SWITCH -> switchTarget(block.terminator());
            default -> -1;
        };
    }

    private void follow(Edge edge) {
        if (!taken.add(edge)) {
            return;
        }
        if (executed.contains(edge.to)) {
            edge.to.phis().forEach(this::visit);
        } else {
            execute(edge.to);
        }
    }

    private void execute(Block block) {
        executed.add(block);
        block.instructions().forEach(this::visit);
    }

    private void visitIfExecuted(Instruction user) {
        if (executed.contains(user.block())) {
            visit(user);
        }
    }

    private void visit(Instruction instruction) {
        if (instruction.opcode().isTerminator()) {
            visitTerminator(instruction);
        }
        if (instruction.opcode().mayThrow() && instruction.block().handler() != null && !passes(instruction)) {
            edges.add(new Edge(instruction.block(), instruction.block().handler()));
        }
        LatticeValue value = instruction.opcode() == Opcode.PHI ? merged(instruction) : transfer.valueOf(instruction);
        if (!value.isSameAs(of(instruction))) {
            values[instruction.id()] = value;
            changed.add(instruction);
        }
    }

    private LatticeValue merged(Instruction phi) {
        LatticeValue merged = LatticeValue.UNDEFINED;
        List<Block> predecessors = phi.block().predecessors();
        for (int i = 0; i < predecessors.size(); i++) {
            if (taken.contains(new Edge(predecessors.get(i), phi.block()))) {
                merged = merged.meet(of(phi.operand(i)));
            }
        }
        return merged;
    }

    // ---- Control flow.

    private void visitTerminator(Instruction terminator) {
        Block block = terminator.block();
        boolean decides = terminator.opcode() == Opcode.BRANCH || terminator.opcode() == Opcode.SWITCH;
        if (decides && isUndecided(terminator)) {
            return;
        }
        int only = onlySuccessor(block);
        List<Block> successors = only < 0 ? block.successors() : List.of(block.successors().get(only));
        successors.forEach(successor -> edges.add(new Edge(block, successor)));
    }

    private boolean isUndecided(Instruction terminator) {
        return terminator.operands().stream().anyMatch(operand -> of(operand).isUndefined());
    }

    private int branchTarget(Instruction branch) {
        LatticeValue outcome = transfer.comparison(branch);
        return outcome.isNumber() ? outcome.isNumber(1) ? 0 : 1 : -1;
    }

    private int switchTarget(Instruction selection) {
        LatticeValue selector = of(selection.operand(0));
        if (!selector.isNumber()) {
            return -1;
        }
        int found = Arrays.binarySearch(selection.attribute(int[].class), (int) selector.number());
        return found >= 0 ? found : selection.block().successors().size() - 1;
    }
}
