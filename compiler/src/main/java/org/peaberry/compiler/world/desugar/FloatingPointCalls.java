/** Turns remainders and conversions to integers of floating point into calls of the runtime. */
package org.peaberry.compiler.world.desugar;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

final class FloatingPointCalls {
    private static final String RUNTIME = "org/peaberry/runtime/arithmetic/FloatingPoint";

    private FloatingPointCalls() {
    }

    /** The call, or null when the instruction stays. */
    static AbstractInsnNode replacement(AbstractInsnNode instruction) {
        return switch (instruction.getOpcode()) {
            case Opcodes.F2I -> call("toInt", "(F)I");
            case Opcodes.F2L -> call("toLong", "(F)J");
            case Opcodes.D2I -> call("toInt", "(D)I");
            case Opcodes.D2L -> call("toLong", "(D)J");
            case Opcodes.FREM -> call("remainder", "(FF)F");
            case Opcodes.DREM -> call("remainder", "(DD)D");
            default -> null;
        };
    }

    private static AbstractInsnNode call(String name, String descriptor) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, RUNTIME, name, descriptor, false);
    }
}
