/** Replaces the lambdas and method references of a class by ordinary classes. */
package org.peaberry.compiler.world.desugar;

import java.util.ArrayList;
import java.util.List;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Depends on the class file alone: the build host's JVM and the compiler see the same classes. The stack is as before, and so are frames. */
public final class Lambdas {
    private final ClassNode node;
    private final ImplementationAccess access;
    private final List<LambdaClass> classes = new ArrayList<>();

    private Lambdas(ClassNode node) {
        this.node = node;
        access = new ImplementationAccess(node);
    }

    /** Changes the class and returns what stands for its lambdas, in the order of its code. */
    public static List<LambdaClass> replace(ClassNode node) {
        Lambdas lambdas = new Lambdas(node);
        for (MethodNode method : List.copyOf(node.methods)) {
            lambdas.replaceIn(method);
        }
        return lambdas.classes;
    }

    /** Whether there is anything to replace. */
    public static boolean isIn(ClassNode node) {
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof InvokeDynamicInsnNode dynamic && LambdaSite.isLambda(dynamic)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void replaceIn(MethodNode method) {
        int line = 0;
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
            if (instruction instanceof LineNumberNode number) {
                line = number.line;
            } else if (instruction instanceof InvokeDynamicInsnNode dynamic && LambdaSite.isLambda(dynamic)) {
                method.instructions.set(dynamic, replacement(LambdaSite.of(dynamic), line));
            }
        }
    }

    private AbstractInsnNode replacement(LambdaSite site, int line) {
        LambdaSite callable = site.calling(access.callable(site.implementation()));
        LambdaClass lambda = LambdaClass.build(node, classes.size() + 1, site, callable, line);
        classes.add(lambda);
        String name = lambda.node().name;
        return site.isCapturing()
                ? new MethodInsnNode(Opcodes.INVOKESTATIC, name, LambdaClass.MAKE, site.factory().getDescriptor(), false)
                : new FieldInsnNode(Opcodes.GETSTATIC, name, LambdaClass.INSTANCE, "L" + name + ";");
    }
}
