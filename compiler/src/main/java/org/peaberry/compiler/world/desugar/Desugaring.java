/** Replaces the invokedynamic instructions whose meaning is fixed by ordinary bytecode, when a class is loaded. */
package org.peaberry.compiler.world.desugar;

import java.util.List;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Lambdas, method references, string concatenation, the methods of records and floating-point operations that no instruction does; others stay, and are errors when they are reached. */
public final class Desugaring {
    private static final String CONCATENATION = "java/lang/invoke/StringConcatFactory";
    private static final String RECORD_METHODS = "java/lang/runtime/ObjectMethods";

    private Desugaring() {
    }

    /** Changes the class and returns the classes that stand for its lambdas. */
    public static List<LambdaClass> apply(ClassNode node) {
        List<LambdaClass> lambdas = Lambdas.replace(node);
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode instruction : method.instructions.toArray()) {
                if (instruction instanceof InvokeDynamicInsnNode dynamic) {
                    replace(node, method, dynamic);
                }
                AbstractInsnNode call = FloatingPointCalls.replacement(instruction);
                if (call != null) {
                    method.instructions.set(instruction, call);
                }
            }
        }
        return lambdas;
    }

    private static void replace(ClassNode node, MethodNode method, InvokeDynamicInsnNode dynamic) {
        InsnList replacement = switch (dynamic.bsm.getOwner()) {
            case CONCATENATION -> StringConcatenation.expand(method, dynamic);
            case RECORD_METHODS -> RecordMethods.expand(node, method, dynamic);
            default -> null;
        };
        if (replacement != null) {
            method.instructions.insertBefore(dynamic, replacement);
            method.instructions.remove(dynamic);
            method.maxStack += 8;
        }
    }
}
