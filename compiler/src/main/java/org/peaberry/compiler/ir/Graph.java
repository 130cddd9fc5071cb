/** The IR of one method: blocks over SSA instructions. */
package org.peaberry.compiler.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.peaberry.compiler.world.MethodInfo;

/** The entry block has no predecessors and holds the PARAMETER instructions. */
public final class Graph {
    private final String name;
    private final MethodInfo method;
    private final List<Type> parameterTypes;
    private final Type returnType;
    private final List<Block> blocks = new ArrayList<>();
    private int nextBlock;
    private int nextInstruction;

    /** @param method the method this is the IR of; null for IR parsed from text */
    public Graph(String name, MethodInfo method, List<Type> parameterTypes, Type returnType) {
        this.name = name;
        this.method = method;
        this.parameterTypes = List.copyOf(parameterTypes);
        this.returnType = returnType;
    }

    public String name() {
        return name;
    }

    public MethodInfo method() {
        return method;
    }

    public List<Type> parameterTypes() {
        return parameterTypes;
    }

    public Type returnType() {
        return returnType;
    }

    /** All blocks; the first is the entry. Mutable; order has no meaning beyond that. */
    public List<Block> blocks() {
        return blocks;
    }

    public Block entry() {
        return blocks.get(0);
    }

    public Block newBlock() {
        Block block = new Block(nextBlock++);
        blocks.add(block);
        return block;
    }

    /** Makes an instruction that is not placed in a block yet. */
    public Instruction create(Opcode opcode, Type type, Object attribute, Instruction... operands) {
        Instruction instruction = new Instruction(nextInstruction++, opcode, type, attribute);
        for (Instruction operand : operands) {
            instruction.addOperand(operand);
        }
        return instruction;
    }

    /** Upper bound of instruction ids, for tables indexed by them. */
    public int instructionLimit() {
        return nextInstruction;
    }

    /** Upper bound of block ids, for tables indexed by them. */
    public int blockLimit() {
        return nextBlock;
    }

    /** Reachable blocks in reverse postorder, handler edges included. */
    public List<Block> reversePostorder() {
        List<Block> postorder = new ArrayList<>(blocks.size());
        Set<Block> seen = new HashSet<>();
        Deque<Block> path = new ArrayDeque<>();
        Deque<Integer> next = new ArrayDeque<>();
        path.push(entry());
        next.push(0);
        seen.add(entry());
        while (!path.isEmpty()) {
            Block block = path.peek();
            int index = next.pop();
            List<Block> successors = block.allSuccessors();
            if (index == successors.size()) {
                postorder.add(path.pop());
                continue;
            }
            next.push(index + 1);
            Block successor = successors.get(index);
            if (seen.add(successor)) {
                path.push(successor);
                next.push(0);
            }
        }
        java.util.Collections.reverse(postorder);
        return postorder;
    }

    /** Drops blocks that cannot be reached, with their edges and phi operands. */
    public void removeUnreachableBlocks() {
        Set<Block> reachable = new HashSet<>(reversePostorder());
        List<Block> dead = new ArrayList<>(blocks);
        dead.removeAll(reachable);
        for (Block block : dead) {
            block.setHandler(null);
            while (!block.successors().isEmpty()) {
                block.removeSuccessor(block.successors().size() - 1);
            }
        }
        for (Block block : dead) {
            block.instructions().forEach(Instruction::clearOperands);
        }
        blocks.retainAll(reachable);
    }
}
