/** Replaces one call by a copy of the callee's graph. */
package org.peaberry.compiler.pass.inline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Local;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.ir.Type;

/**
 * The caller's block is split behind the call. Where the call has a handler, every instruction of the copy that may throw and has no
 * handler of its own gets that handler, with the values the call's edge brought.
 */
final class InlinedCall {
    private final Graph graph;
    private final Instruction call;
    private final Graph callee;
    private final Map<Block, Block> blocks = new HashMap<>();
    private final Map<Instruction, Instruction> values = new HashMap<>();
    private final List<Instruction> results = new ArrayList<>();
    private final Map<SourcePosition, SourcePosition> positions = new IdentityHashMap<>();
    private Block handler;
    private List<Instruction> handlerOperands = List.of();
    private Block rest;

    InlinedCall(Graph graph, Instruction call, Graph callee) {
        this.graph = graph;
        this.call = call;
        this.callee = callee;
    }

    void expand() {
        Block before = call.block();
        detachHandler(before);
        splitBehind(before);
        callee.blocks().forEach(b -> blocks.put(b, graph.newBlock()));
        callee.blocks().forEach(this::copyInstructions);
        callee.blocks().forEach(this::copyPositions);
        callee.blocks().forEach(this::copyEdges);
        callee.blocks().forEach(this::orderPredecessors);
        callee.blocks().forEach(this::copyOperands);
        callee.blocks().forEach(this::returnToCaller);
        before.append(graph.create(Opcode.GOTO, Type.VOID, null).at(call.position()));
        before.addSuccessor(blocks.get(callee.entry()));
        replaceResult();
        if (handler != null) {
            List.copyOf(blocks.values()).forEach(this::coverWithHandler);
        }
    }

    private void detachHandler(Block before) {
        handler = before.handler();
        if (handler != null) {
            int edge = handler.predecessors().indexOf(before);
            handlerOperands = handler.phis().stream().map(phi -> phi.operand(edge)).toList();
            before.setHandler(null);
        }
    }

    private void splitBehind(Block before) {
        rest = graph.newBlock();
        rest.takeEdgesOf(before);
        List<Instruction> all = before.instructions();
        List<Instruction> moved = all.subList(all.indexOf(call) + 1, all.size());
        List.copyOf(moved).forEach(rest::append);
        moved.clear();
    }

    private void copyInstructions(Block original) {
        Block copy = blocks.get(original);
        for (Instruction instruction : original.instructions()) {
            if (instruction.opcode() == Opcode.PARAMETER) {
                values.put(instruction, call.operand(instruction.attribute(Integer.class)));
            } else if (instruction.opcode() != Opcode.RETURN) {
                Instruction made = graph.create(instruction.opcode(), instruction.type(), instruction.attribute());
                values.put(instruction, copy.append(made));
            }
        }
    }

    private void copyPositions(Block original) {
        for (Instruction instruction : original.instructions()) {
            if (instruction.opcode() != Opcode.PARAMETER && instruction.opcode() != Opcode.RETURN) {
                values.get(instruction).at(positionOf(instruction));
            }
        }
    }

    private SourcePosition positionOf(Instruction instruction) {
        return instruction.position() == null ? call.position() : inlined(instruction.position());
    }

    /** A position of the callee as one of the caller, whose variables hold the copied values. */
    private SourcePosition inlined(SourcePosition position) {
        SourcePosition known = positions.get(position);
        if (known == null) {
            List<Local> locals = position.locals().stream().map(local -> new Local(local.variable(), copied(local.value()))).toList();
            SourcePosition site = position.caller() == null ? call.position() : inlined(position.caller());
            known = new SourcePosition(position.method(), position.line(), site, locals);
            positions.put(position, known);
        }
        return known;
    }

    private Instruction copied(Instruction value) {
        return value == null ? null : values.get(value.latest());
    }

    private void copyEdges(Block original) {
        Block copy = blocks.get(original);
        original.successors().forEach(s -> copy.addSuccessor(blocks.get(s)));
        if (original.handler() != null) {
            copy.setHandler(blocks.get(original.handler()));
        }
    }

    private void orderPredecessors(Block original) {
        List<Block> predecessors = blocks.get(original).predecessors();
        predecessors.clear();
        original.predecessors().forEach(p -> predecessors.add(blocks.get(p)));
    }

    private void copyOperands(Block original) {
        for (Instruction instruction : original.instructions()) {
            if (instruction.opcode() != Opcode.PARAMETER && instruction.opcode() != Opcode.RETURN) {
                Instruction copy = values.get(instruction);
                instruction.operands().forEach(o -> copy.addOperand(values.get(o)));
            }
        }
    }

    private void returnToCaller(Block original) {
        Instruction terminator = original.terminator();
        if (terminator.opcode() == Opcode.RETURN) {
            Block copy = blocks.get(original);
            copy.append(graph.create(Opcode.GOTO, Type.VOID, null).at(positionOf(terminator)));
            copy.addSuccessor(rest);
            if (!terminator.operands().isEmpty()) {
                results.add(values.get(terminator.operand(0)));
            }
        }
    }

    private void replaceResult() {
        if (call.hasUsers()) {
            call.replaceUsesWith(result());
        }
        call.remove();
    }

    private Instruction result() {
        if (results.size() == 1) {
            return results.get(0);
        }
        // Without a return nothing behind the call is reached, and a phi without operands stands for what never is.
        Instruction phi = graph.create(Opcode.PHI, call.type(), null).at(call.position());
        results.forEach(phi::addOperand);
        return rest.insert(0, phi);
    }

    /** Splits a copied block behind each instruction that may throw, and gives every part the handler. */
    private void coverWithHandler(Block block) {
        if (block.handler() != null) {
            return;
        }
        Block current = block;
        for (int i = 0; i < current.instructions().size(); i++) {
            Instruction instruction = current.instructions().get(i);
            if (!instruction.opcode().mayThrow()) {
                continue;
            }
            Block next = instruction.opcode().isTerminator() ? null : splitForHandler(current, i);
            current.setHandler(handler);
            List<Instruction> phis = handler.phis();
            for (int p = 0; p < phis.size(); p++) {
                phis.get(p).addOperand(handlerOperands.get(p));
            }
            if (next == null) {
                return;
            }
            current = next;
            i = -1;
        }
    }

    private Block splitForHandler(Block block, int throwing) {
        Block next = graph.newBlock();
        next.takeEdgesOf(block);
        List<Instruction> moved = block.instructions().subList(throwing + 1, block.instructions().size());
        List.copyOf(moved).forEach(next::append);
        moved.clear();
        block.append(graph.create(Opcode.GOTO, Type.VOID, null).at(block.instructions().get(throwing).position()));
        block.addSuccessor(next);
        return next;
    }
}
