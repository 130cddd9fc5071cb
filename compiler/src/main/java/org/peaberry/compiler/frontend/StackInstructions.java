/** Constants, local variables, and shuffling of the operand stack. */
package org.peaberry.compiler.frontend;

import java.util.ArrayList;
import java.util.List;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;

final class StackInstructions {
    private final Builder builder;

    StackInstructions(Builder builder) {
        this.builder = builder;
    }

    /** False when the instruction is of another group. */
    boolean translate(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            builder.frame.push(builder.constant(opcode - Opcodes.ICONST_0), false);
        } else if (opcode == Opcodes.LCONST_0 || opcode == Opcodes.LCONST_1) {
            builder.frame.push(builder.constant((long) opcode - Opcodes.LCONST_0), true);
        } else if (opcode == Opcodes.BIPUSH || opcode == Opcodes.SIPUSH) {
            builder.frame.push(builder.constant(((IntInsnNode) instruction).operand), false);
        } else if (opcode == Opcodes.ACONST_NULL) {
            builder.frame.push(builder.emit(Opcode.NULL, Type.REFERENCE, null), false);
        } else if (instruction instanceof LdcInsnNode load) {
            pushConstant(load.cst);
        } else if (instruction instanceof VarInsnNode access) {
            translateLocal(access);
        } else if (instruction instanceof IincInsnNode increment) {
            increment(increment);
        } else {
            return translateShuffle(opcode);
        }
        return true;
    }

    private void pushConstant(Object value) {
        if (value instanceof Integer number) {
            builder.frame.push(builder.constant(number.intValue()), false);
        } else if (value instanceof Long number) {
            builder.frame.push(builder.constant(number.longValue()), true);
        } else if (value instanceof Float number) {
            builder.frame.push(builder.constant(number.floatValue()), false);
        } else if (value instanceof Double number) {
            builder.frame.push(builder.constant(number.doubleValue()), true);
        } else if (value instanceof String text) {
            builder.frame.push(builder.emit(Opcode.OBJECT, Type.REFERENCE, text.intern()), false);
        } else if (value instanceof org.objectweb.asm.Type type && type.getSort() != org.objectweb.asm.Type.METHOD) {
            builder.frame.push(builder.emit(Opcode.OBJECT, Type.REFERENCE, builder.world.typeOf(type.getDescriptor())), false);
        } else {
            throw builder.unsupported("constant " + value + " is not supported");
        }
    }

    private void translateLocal(VarInsnNode access) {
        if (access.getOpcode() <= Opcodes.ALOAD) {
            builder.frame.push(builder.frame.local(access.var));
            return;
        }
        Slot stored = builder.frame.pop();
        builder.frame.setLocal(access.var, stored);
        if (stored.wide()) {
            builder.frame.setLocal(access.var + 1, null);
        }
    }

    private void increment(IincInsnNode increment) {
        var sum = builder.emit(Opcode.ADD, Type.INT, null, builder.frame.local(increment.var).value(), builder.constant(increment.incr));
        builder.frame.setLocal(increment.var, new Slot(sum, false));
    }

    private boolean translateShuffle(int opcode) {
        switch (opcode) {
            case Opcodes.NOP -> { }
            case Opcodes.POP -> builder.frame.pop();
            case Opcodes.POP2 -> popWords(2);
            case Opcodes.DUP -> duplicate(1, 0);
            case Opcodes.DUP_X1 -> duplicate(1, 1);
            case Opcodes.DUP_X2 -> duplicate(1, 2);
            case Opcodes.DUP2 -> duplicate(2, 0);
            case Opcodes.DUP2_X1 -> duplicate(2, 1);
            case Opcodes.DUP2_X2 -> duplicate(2, 2);
            case Opcodes.SWAP -> swap();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Copies the topmost words below some further words. */
    private void duplicate(int words, int below) {
        List<Slot> top = popWords(words);
        List<Slot> skipped = popWords(below);
        top.forEach(builder.frame::push);
        skipped.forEach(builder.frame::push);
        top.forEach(builder.frame::push);
    }

    private void swap() {
        Slot first = builder.frame.pop();
        Slot second = builder.frame.pop();
        builder.frame.push(first);
        builder.frame.push(second);
    }

    private List<Slot> popWords(int words) {
        List<Slot> popped = new ArrayList<>();
        for (int left = words; left > 0; left -= popped.get(0).wide() ? 2 : 1) {
            popped.add(0, builder.frame.pop());
        }
        return popped;
    }
}
