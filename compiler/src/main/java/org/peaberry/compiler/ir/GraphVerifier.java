/** Checks that a graph is well formed: edges, phis, handlers, dominance, types, use lists. */
package org.peaberry.compiler.ir;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class GraphVerifier {
    private final Graph graph;
    /** Made when the edges are known to be sound. */
    private DominatorTree dominators;
    private final Map<Instruction, Integer> positions = new HashMap<>();

    private GraphVerifier(Graph graph) {
        this.graph = graph;
    }

    /**
     * @param after what was done to the graph, for the message
     * @throws IllegalStateException what is wrong, and the graph
     */
    public static void verify(Graph graph, String after) {
        try {
            new GraphVerifier(graph).verify();
        } catch (IllegalStateException e) {
            throw new IllegalStateException("after " + after + ": " + e.getMessage() + "\n" + GraphPrinter.print(graph), e);
        }
    }

    private void verify() {
        require(graph.entry().predecessors().isEmpty(), "the entry block has predecessors");
        graph.blocks().forEach(this::verifyEdges);
        dominators = new DominatorTree(graph);
        for (Block block : graph.blocks()) {
            require(dominators.isReachable(block), block + " cannot be reached");
            for (int i = 0; i < block.instructions().size(); i++) {
                positions.put(block.instructions().get(i), i);
            }
        }
        for (Block block : graph.blocks()) {
            verifyShape(block);
            verifyHandler(block);
            block.instructions().forEach(this::verifyInstruction);
        }
    }

    private void verifyShape(Block block) {
        require(block.terminator() != null, block + " has no terminator");
        boolean phisOver = false;
        for (Instruction instruction : block.instructions()) {
            boolean phi = instruction.opcode() == Opcode.PHI;
            require(!(phi && phisOver), instruction + " stands after other instructions");
            phisOver |= !phi;
            require(instruction.block() == block, instruction + " does not know its block " + block);
            require(!instruction.opcode().isTerminator() || instruction == block.terminator(), instruction + " stands inside " + block);
        }
        require(block.successors().size() == successorCount(block.terminator()), block + " has " + block.successors().size() + " successors");
    }

    private static int successorCount(Instruction terminator) {
        return switch (terminator.opcode()) {
            case GOTO -> 1;
            case BRANCH -> 2;
            case SWITCH -> terminator.attribute(int[].class).length + 1;
            default -> 0;
        };
    }

    private void verifyEdges(Block block) {
        for (Block successor : new HashSet<>(block.allSuccessors())) {
            int edges = Collections.frequency(block.allSuccessors(), successor);
            require(Collections.frequency(successor.predecessors(), block) == edges, "edges " + block + " to " + successor + " do not match");
            if (edges > 1) {
                verifyEqualOperands(block, successor);
            }
        }
        for (Block predecessor : block.predecessors()) {
            require(predecessor.allSuccessors().contains(block), block + " has a predecessor " + predecessor + " that does not lead here");
        }
        for (Instruction phi : block.phis()) {
            require(phi.operands().size() == block.predecessors().size(), phi + " has operands for another number of edges");
        }
    }

    /** Several edges between two blocks cannot be told apart, so they carry the same values. */
    private void verifyEqualOperands(Block from, Block to) {
        for (Instruction phi : to.phis()) {
            Set<Instruction> arriving = new HashSet<>();
            for (int i = 0; i < phi.operands().size(); i++) {
                if (to.predecessors().get(i) == from) {
                    arriving.add(phi.operand(i));
                }
            }
            require(arriving.size() == 1, phi + " tells apart two edges from " + from);
        }
    }

    private void verifyHandler(Block block) {
        long throwing = block.instructions().stream().filter(i -> i.opcode().mayThrow()).count();
        if (block.handler() != null) {
            require(throwing == 1 && throwing(block) != null, block + " has a handler but not exactly one throwing instruction at its end");
            int first = block.handler().phis().size();
            require(block.handler().instructions().get(first).opcode() == Opcode.EXCEPTION, block.handler() + " does not start with exception");
        }
        for (Instruction instruction : block.instructions()) {
            if (instruction.opcode() == Opcode.EXCEPTION) {
                require(block.predecessors().stream().allMatch(p -> p.handler() == block), block + " has exception but is no handler");
            }
        }
    }

    /** The instruction that may throw in a block with a handler. */
    private static Instruction throwing(Block block) {
        List<Instruction> all = block.instructions();
        Instruction last = block.terminator();
        Instruction candidate = last.opcode() == Opcode.THROW || all.size() < 2 ? last : all.get(all.size() - 2);
        return candidate.opcode().mayThrow() ? candidate : null;
    }

    private void verifyInstruction(Instruction instruction) {
        for (Instruction operand : new HashSet<>(instruction.operands())) {
            require(operand.block() != null && positions.containsKey(operand), instruction + " uses " + operand + ", which is not placed");
            long uses = instruction.operands().stream().filter(o -> o == operand).count();
            require(operand.users().stream().filter(u -> u == instruction).count() == uses, operand + " miscounts its use in " + instruction);
        }
        for (Instruction user : instruction.users()) {
            require(positions.containsKey(user), instruction + " has a user " + user + " that is not placed");
        }
        OperandTypes.verify(graph, instruction);
        if (instruction.opcode() == Opcode.PHI) {
            verifyPhi(instruction);
        } else {
            for (Instruction operand : instruction.operands()) {
                require(isAvailable(operand, instruction.block(), positions.get(instruction)), operand + " does not dominate its use " + instruction);
            }
        }
    }

    private void verifyPhi(Instruction phi) {
        for (int i = 0; i < phi.operands().size(); i++) {
            Block from = phi.block().predecessors().get(i);
            Instruction operand = phi.operand(i);
            require(operand.type() == phi.type(), phi + " merges another type: " + operand);
            boolean exceptional = from.handler() == phi.block();
            int end = exceptional ? positions.get(throwing(from)) : from.instructions().size();
            require(isAvailable(operand, from, end), operand + " does not dominate the edge from " + from + " to its use " + phi);
        }
    }

    private boolean isAvailable(Instruction value, Block block, int position) {
        return value.block() == block ? positions.get(value) < position : dominators.dominates(value.block(), block);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
