/** A basic block: phis, instructions, one terminator. */
package org.peaberry.compiler.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * The last instruction is the terminator, which owns the successors. A block with a {@link #handler} has exactly one instruction that may
 * throw: the one before the terminator (or the terminator itself when it is THROW); the handler counts this block as a predecessor,
 * and its phi operands are the values as they are before that instruction.
 */
public final class Block {
    private final int id;
    private final List<Instruction> instructions = new ArrayList<>();
    private final List<Block> predecessors = new ArrayList<>(2);
    private final List<Block> successors = new ArrayList<>(2);
    private Block handler;

    Block(int id) {
        this.id = id;
    }

    /** Unique in its graph; {@code b<id>} in text. */
    public int id() {
        return id;
    }

    /** In order; mutable. Placed instructions must know their block: add with {@link #append} and {@link #insert}. */
    public List<Instruction> instructions() {
        return instructions;
    }

    public Instruction append(Instruction instruction) {
        return insert(instructions.size(), instruction);
    }

    public Instruction insert(int index, Instruction instruction) {
        instructions.add(index, instruction);
        instruction.setBlock(this);
        return instruction;
    }

    /** Predecessors, one entry per edge, in the order of phi operands; handler edges included. */
    public List<Block> predecessors() {
        return predecessors;
    }

    /** Successors of the terminator in its order, without the handler. */
    public List<Block> successors() {
        return successors;
    }

    /** Where an exception thrown in this block goes, or null: to the caller. */
    public Block handler() {
        return handler;
    }

    /** Successors and the handler. */
    public List<Block> allSuccessors() {
        List<Block> all = new ArrayList<>(successors);
        if (handler != null) {
            all.add(handler);
        }
        return all;
    }

    /** Adds an edge of the terminator; the successor's phis need an operand for it, at the end. */
    public void addSuccessor(Block successor) {
        successors.add(successor);
        successor.predecessors.add(this);
    }

    /** Sets or (with null) removes the handler edge. */
    public void setHandler(Block newHandler) {
        if (handler != null) {
            handler.removePredecessor(this);
        }
        handler = newHandler;
        if (newHandler != null) {
            newHandler.predecessors.add(this);
        }
    }

    /** Removes the edge to the index-th successor, with the phi operands that belong to it. */
    public void removeSuccessor(int index) {
        successors.remove(index).removePredecessor(this);
    }

    /** Turns the index-th successor edge to another block, whose phis need an operand for it, at the end. */
    public void replaceSuccessor(int index, Block successor) {
        successors.get(index).removePredecessor(this);
        successors.set(index, successor);
        successor.predecessors.add(this);
    }

    /** Makes the edges into this block that come from one block come from another one, phi operands unchanged. */
    public void renamePredecessor(Block from, Block to) {
        predecessors.replaceAll(p -> p == from ? to : p);
    }

    /** Takes over all edges, the handler's too, of a block that is about to vanish or whose end was moved here; phi operands unchanged. */
    public void takeEdgesOf(Block other) {
        for (Block successor : other.allSuccessors()) {
            successor.renamePredecessor(other, this);
        }
        successors.addAll(other.successors);
        other.successors.clear();
        handler = other.handler;
        other.handler = null;
    }

    private void removePredecessor(Block predecessor) {
        int index = predecessors.indexOf(predecessor);
        predecessors.remove(index);
        for (Instruction phi : phis()) {
            phi.removeOperand(index);
        }
    }

    public List<Instruction> phis() {
        List<Instruction> phis = new ArrayList<>();
        for (Instruction instruction : instructions) {
            if (instruction.opcode() != Opcode.PHI) {
                break;
            }
            phis.add(instruction);
        }
        return phis;
    }

    /** The last instruction, or null while the block is being built. */
    public Instruction terminator() {
        Instruction last = instructions.isEmpty() ? null : instructions.get(instructions.size() - 1);
        return last != null && last.opcode().isTerminator() ? last : null;
    }

    @Override
    public String toString() {
        return "b" + id;
    }
}
