/** Jumps, switches, returns and throws. */
package org.peaberry.compiler.frontend;

import java.util.List;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;

final class BranchInstructions {
    private static final Condition[] INT_CONDITIONS = {Condition.EQUAL, Condition.NOT_EQUAL, Condition.LESS, Condition.GREATER_OR_EQUAL,
        Condition.GREATER, Condition.LESS_OR_EQUAL};

    private final Builder builder;

    BranchInstructions(Builder builder) {
        this.builder = builder;
    }

    boolean translate(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        if (instruction instanceof JumpInsnNode jump) {
            translateJump(jump);
        } else if (instruction instanceof TableSwitchInsnNode table) {
            int[] keys = new int[table.labels.size()];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = table.min + i;
            }
            translateSwitch(keys, table.labels, table.dflt);
        } else if (instruction instanceof LookupSwitchInsnNode lookup) {
            translateSwitch(lookup.keys.stream().mapToInt(Integer::intValue).toArray(), lookup.labels, lookup.dflt);
        } else if (opcode == Opcodes.RETURN) {
            builder.emit(Opcode.RETURN, Type.VOID, null);
        } else if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN) {
            translateReturn();
        } else if (opcode == Opcodes.ATHROW) {
            translateThrow();
        } else {
            return false;
        }
        return true;
    }

    private void translateReturn() {
        Instruction value = builder.frame.popValue();
        if (value.type() != builder.method.returnIrType()) {
            throw builder.unsupported("a machine word is returned as an object, or null as a word");
        }
        builder.emit(Opcode.RETURN, Type.VOID, null, value);
    }

    private void translateThrow() {
        Instruction exception = builder.frame.popValue();
        builder.nullCheck(exception);
        builder.emit(Opcode.THROW, Type.VOID, null, exception);
        if (!builder.source.handlers.isEmpty()) {
            builder.coverWithHandler();
        }
    }

    private void translateJump(JumpInsnNode jump) {
        int opcode = jump.getOpcode();
        switch (opcode) {
            case Opcodes.GOTO -> builder.jumpTo(builder.flow.at(jump.label));
            case Opcodes.IFNULL, Opcodes.IFNONNULL -> {
                Instruction value = requireReference(builder.frame.popValue());
                branch(opcode == Opcodes.IFNULL ? Condition.EQUAL : Condition.NOT_EQUAL, value,
                        builder.emit(Opcode.NULL, Type.REFERENCE, null), jump.label);
            }
            case Opcodes.IF_ACMPEQ, Opcodes.IF_ACMPNE -> {
                Instruction right = requireReference(builder.frame.popValue());
                Instruction left = requireReference(builder.frame.popValue());
                branch(opcode == Opcodes.IF_ACMPEQ ? Condition.EQUAL : Condition.NOT_EQUAL, left, right, jump.label);
            }
            default -> translateIntJump(opcode, jump.label);
        }
    }

    private void translateIntJump(int opcode, LabelNode target) {
        if (opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ICMPLE) {
            Instruction right = builder.frame.popValue();
            Instruction left = builder.frame.popValue();
            branch(INT_CONDITIONS[opcode - Opcodes.IF_ICMPEQ], left, right, target);
        } else if (opcode >= Opcodes.IFEQ && opcode <= Opcodes.IFLE) {
            branch(INT_CONDITIONS[opcode - Opcodes.IFEQ], builder.frame.popValue(), builder.constant(0), target);
        } else {
            throw builder.unsupported("subroutines (jsr) are not supported: compile with a current javac");
        }
    }

    private Instruction requireReference(Instruction value) {
        if (value.type() != Type.REFERENCE) {
            throw builder.unsupported("machine words are compared by == or with null. Use isEqualTo(…) or isZero()");
        }
        return value;
    }

    private void branch(Condition condition, Instruction left, Instruction right, LabelNode target) {
        builder.emit(Opcode.BRANCH, Type.VOID, condition, left, right);
        Block from = builder.block;
        builder.addEdge(from, builder.flow.at(target), builder.frame);
        builder.addEdge(from, builder.flow.startingAt(builder.source.end), builder.frame);
    }

    private void translateSwitch(int[] keys, List<LabelNode> targets, LabelNode otherwise) {
        Instruction selector = builder.frame.popValue();
        if (keys.length == 0) {
            builder.jumpTo(builder.flow.at(otherwise));
            return;
        }
        builder.emit(Opcode.SWITCH, Type.VOID, keys, selector);
        Block from = builder.block;
        for (LabelNode target : targets) {
            builder.addEdge(from, builder.flow.at(target), builder.frame);
        }
        builder.addEdge(from, builder.flow.at(otherwise), builder.frame);
    }
}
