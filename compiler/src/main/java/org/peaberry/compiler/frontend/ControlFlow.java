/** Splits bytecode into basic blocks, links them, and finds live locals. */
package org.peaberry.compiler.frontend;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

final class ControlFlow {
    private final MethodNode method;
    private final InsnList instructions;
    private final TreeMap<Integer, BytecodeBlock> blocks = new TreeMap<>();
    private final Map<LabelNode, Integer> labels = new HashMap<>();

    ControlFlow(MethodNode method) {
        this.method = method;
        instructions = method.instructions;
        for (int i = 0; i < instructions.size(); i++) {
            if (instructions.get(i) instanceof LabelNode label) {
                labels.put(label, i);
            }
        }
        findStarts();
        setEnds();
        link();
        findLiveLocals();
    }

    BytecodeBlock entry() {
        return blocks.firstEntry().getValue();
    }

    BytecodeBlock at(LabelNode label) {
        return blocks.get(labels.get(label));
    }

    /** The block that starts at an instruction, or null. */
    BytecodeBlock startingAt(int index) {
        return blocks.get(index);
    }

    /** The source line of an instruction, 0 when unknown. */
    int lineAt(int index) {
        for (int i = index; i >= 0; i--) {
            if (instructions.get(i) instanceof LineNumberNode line) {
                return line.line;
            }
        }
        return 0;
    }

    /** Reachable blocks, each after its predecessors but for loops; handlers after what they cover. */
    List<BytecodeBlock> reversePostorder() {
        List<BytecodeBlock> postorder = new ArrayList<>();
        Set<BytecodeBlock> seen = new HashSet<>();
        Deque<BytecodeBlock> path = new ArrayDeque<>();
        Deque<Integer> next = new ArrayDeque<>();
        path.push(entry());
        next.push(0);
        seen.add(entry());
        while (!path.isEmpty()) {
            BytecodeBlock block = path.peek();
            int index = next.pop();
            int normal = block.successors.size();
            if (index == normal + block.handlerBlocks.size()) {
                postorder.add(path.pop());
                continue;
            }
            next.push(index + 1);
            // Handlers first: in reverse postorder they come after the code they cover.
            int handlers = block.handlerBlocks.size();
            BytecodeBlock successor = index < handlers ? block.handlerBlocks.get(index) : block.successors.get(index - handlers);
            if (seen.add(successor)) {
                path.push(successor);
                next.push(0);
            }
        }
        Collections.reverse(postorder);
        return postorder;
    }

    private void findStarts() {
        start(0);
        for (TryCatchBlockNode entry : method.tryCatchBlocks) {
            start(labels.get(entry.start));
            start(labels.get(entry.end));
            start(labels.get(entry.handler));
        }
        for (int i = 0; i < instructions.size(); i++) {
            AbstractInsnNode instruction = instructions.get(i);
            for (LabelNode target : targets(instruction)) {
                start(labels.get(target));
            }
            if (endsBlock(instruction)) {
                start(i + 1);
            }
        }
    }

    private void start(int index) {
        if (index < instructions.size()) {
            blocks.computeIfAbsent(index, BytecodeBlock::new);
        }
    }

    private void setEnds() {
        BytecodeBlock previous = null;
        for (BytecodeBlock block : blocks.values()) {
            if (previous != null) {
                previous.end = block.start;
            }
            previous = block;
        }
        previous.end = instructions.size();
    }

    private void link() {
        entry().predecessorCount++;
        for (BytecodeBlock block : blocks.values()) {
            AbstractInsnNode last = lastReal(block);
            List<LabelNode> targets = last == null ? List.of() : targets(last);
            for (LabelNode target : targets) {
                connect(block, at(target));
            }
            if (last == null || !isUnconditional(last)) {
                BytecodeBlock next = blocks.get(block.end);
                if (next != null) {
                    connect(block, next);
                }
            }
            addHandlers(block);
        }
    }

    private static void connect(BytecodeBlock from, BytecodeBlock to) {
        from.successors.add(to);
        to.predecessorCount++;
    }

    private void addHandlers(BytecodeBlock block) {
        for (TryCatchBlockNode entry : method.tryCatchBlocks) {
            if (labels.get(entry.start) <= block.start && block.start < labels.get(entry.end)) {
                BytecodeBlock handler = at(entry.handler);
                handler.isHandler = true;
                block.handlers.add(entry);
                block.handlerBlocks.add(handler);
            }
        }
    }

    AbstractInsnNode lastReal(BytecodeBlock block) {
        for (int i = block.end - 1; i >= block.start; i--) {
            if (instructions.get(i).getOpcode() >= 0) {
                return instructions.get(i);
            }
        }
        return null;
    }

    private static List<LabelNode> targets(AbstractInsnNode instruction) {
        List<LabelNode> targets = new ArrayList<>();
        if (instruction instanceof JumpInsnNode jump) {
            targets.add(jump.label);
        } else if (instruction instanceof TableSwitchInsnNode table) {
            targets.addAll(table.labels);
            targets.add(table.dflt);
        } else if (instruction instanceof LookupSwitchInsnNode lookup) {
            targets.addAll(lookup.labels);
            targets.add(lookup.dflt);
        }
        return targets;
    }

    private static boolean endsBlock(AbstractInsnNode instruction) {
        return isUnconditional(instruction) || instruction instanceof JumpInsnNode;
    }

    private static boolean isUnconditional(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        return opcode == Opcodes.GOTO || opcode == Opcodes.ATHROW || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN
                || opcode == Opcodes.TABLESWITCH || opcode == Opcodes.LOOKUPSWITCH;
    }

    private void findLiveLocals() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (BytecodeBlock block : blocks.descendingMap().values()) {
                BitSet live = new BitSet();
                block.successors.forEach(s -> live.or(s.liveIn));
                block.handlerBlocks.forEach(h -> live.or(h.liveIn));
                for (int i = block.end - 1; i >= block.start; i--) {
                    applyLiveness(instructions.get(i), live);
                    block.handlerBlocks.forEach(h -> live.or(h.liveIn));
                }
                if (!live.equals(block.liveIn)) {
                    block.liveIn = live;
                    changed = true;
                }
            }
        }
    }

    private static void applyLiveness(AbstractInsnNode instruction, BitSet live) {
        if (instruction instanceof IincInsnNode increment) {
            live.set(increment.var);
        } else if (instruction instanceof VarInsnNode access) {
            live.set(access.var, access.getOpcode() <= Opcodes.ALOAD);
        }
    }
}
