/** Puts a recursion guard into the bytecode of a method. */
package org.peaberry.compiler.world.guard;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.peaberry.runtime.exception.RecursionGuard;

/** As {@code enter(n, limit); try { … } finally { leave(n); }} would. */
final class GuardedMethod {
    private static final String GUARD = Type.getInternalName(RecursionGuard.class);
    /** Operands of the inserted calls, above what the method has on its operand stack. */
    private static final int MORE_STACK = 2;

    private final MethodNode method;
    private final int number;
    private final int limit;

    GuardedMethod(MethodNode method, int number, int limit) {
        this.method = method;
        this.number = number;
        this.limit = limit;
    }

    void write() {
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
            if (instruction.getOpcode() >= Opcodes.IRETURN && instruction.getOpcode() <= Opcodes.RETURN) {
                method.instructions.insertBefore(instruction, leave());
            }
        }
        LabelNode start = new LabelNode();
        LabelNode end = new LabelNode();
        InsnList enter = enter();
        enter.add(start);
        method.instructions.insert(enter);
        method.instructions.add(end);
        method.instructions.add(leave());
        method.instructions.add(new InsnNode(Opcodes.ATHROW));
        method.tryCatchBlocks.add(new TryCatchBlockNode(start, end, end, null));
        method.maxStack += MORE_STACK;
    }

    private InsnList enter() {
        InsnList code = new InsnList();
        code.add(new LdcInsnNode(number));
        code.add(new LdcInsnNode(limit));
        code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, GUARD, "enter", "(II)V", false));
        return code;
    }

    private InsnList leave() {
        InsnList code = new InsnList();
        code.add(new LdcInsnNode(number));
        code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, GUARD, "leave", "(I)V", false));
        return code;
    }
}
