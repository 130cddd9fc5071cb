/** Changes bytecode so that it throws in the place of what is refused to it. */
package org.peaberry.compiler.world;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The runtime makes the exception, so that the change is three instructions; what follows them is never reached. */
final class RefusedCode {
    static final String RUNTIME = "org/peaberry/runtime/jdk/Refusal";
    static final String UNSUPPORTED = "unsupported";
    /** Of the methods that take what is missing. */
    static final String WITH_TEXT = "(Ljava/lang/String;)Ljava/lang/Throwable;";
    /** Where no text is kept. */
    static final String WITHOUT_TEXT = "()Ljava/lang/Throwable;";
    private static final int STACK = 2;

    private RefusedCode() {
    }

    /** @param text what is missing, or null where the exception does not tell */
    static void insteadOf(AbstractInsnNode instruction, MethodNode method, String thrower, String text) {
        InsnList code = throwing(thrower, text);
        if (instruction.getOpcode() == Opcodes.INSTANCEOF || instruction.getOpcode() == Opcodes.CHECKCAST) {
            code = unlessNull(code, instruction.getOpcode() == Opcodes.INSTANCEOF);
        }
        method.instructions.insertBefore(instruction, code);
        method.instructions.remove(instruction);
        method.maxStack += STACK;
    }

    private static InsnList throwing(String thrower, String text) {
        InsnList code = new InsnList();
        if (text != null) {
            code.add(new LdcInsnNode(text));
        }
        code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, RUNTIME, thrower, text == null ? WITHOUT_TEXT : WITH_TEXT));
        code.add(new InsnNode(Opcodes.ATHROW));
        return code;
    }

    /** Null is an instance of no class, and can be cast to each; no class is looked for. */
    private static InsnList unlessNull(InsnList thrown, boolean isTest) {
        InsnList code = new InsnList();
        LabelNode absent = new LabelNode();
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new JumpInsnNode(Opcodes.IFNULL, absent));
        code.add(thrown);
        code.add(absent);
        if (isTest) {
            code.add(new InsnNode(Opcodes.POP));
            code.add(new InsnNode(Opcodes.ICONST_0));
        }
        return code;
    }

    /** Makes the whole method throw. */
    static void insteadOfBody(MethodNode method, int line, String text) {
        LabelNode start = new LabelNode();
        method.instructions.clear();
        method.tryCatchBlocks.clear();
        method.localVariables = null;
        method.instructions.add(start);
        method.instructions.add(new LineNumberNode(Math.max(line, 1), start));
        method.instructions.add(throwing(UNSUPPORTED, text));
        method.access &= ~(Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED);
        method.maxStack = STACK;
        method.maxLocals = Math.max(method.maxLocals, org.objectweb.asm.Type.getArgumentsAndReturnSizes(method.desc) >> 2);
    }
}
