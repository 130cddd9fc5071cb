/** The ordinary class that stands for one lambda or method reference. */
package org.peaberry.compiler.world.desugar;

import java.util.List;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.peaberry.runtime.annotation.HiddenFrame;

/**
 * A final class with a field for each captured value and the interface's methods. One that captures nothing has one object, in a
 * static field; others have a static method that makes them.
 *
 * @param site as it is in the class file
 * @param node the class
 */
public record LambdaClass(LambdaSite site, ClassNode node) {
    static final String INSTANCE = "INSTANCE";
    static final String MAKE = "make";
    private static final String SEPARATOR = "$$Lambda$";
    private static final String OBJECT = "java/lang/Object";
    private static final String NO_ARGUMENTS = "()V";
    private static final int MAXIMUM_STACK_BEYOND_VALUES = 4;

    /** Name of the lambda class of a class's nth site, in the order of its code. */
    static String name(String owner, int index) {
        return owner + SEPARATOR + index;
    }

    /** The class whose code has the lambda, or null when the name is not that of a lambda class. */
    public static String ownerOf(String name) {
        int end = name.indexOf(SEPARATOR);
        return end < 0 ? null : name.substring(0, end);
    }

    /** Name of the field of a captured value, as the JDK's own lambda classes have it. */
    static String field(int index) {
        return "arg$" + (index + 1);
    }

    /**
     * @param original as in the class file
     * @param site     with an implementation that may be called from another class of the package
     */
    static LambdaClass build(ClassNode owner, int index, LambdaSite original, LambdaSite site, int line) {
        ClassNode node = new ClassNode();
        node.version = owner.version;
        node.access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        node.name = name(owner.name, index);
        node.superName = OBJECT;
        node.interfaces = site.interfaces().stream().distinct().toList();
        node.sourceFile = owner.sourceFile;
        for (int i = 0; i < site.captured().size(); i++) {
            node.fields.add(new FieldNode(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, field(i), site.captured().get(i).getDescriptor(), null, null));
        }
        node.methods.add(constructor(node, site, line));
        if (site.isCapturing()) {
            node.methods.add(maker(node, site, line));
        } else {
            node.fields.add(new FieldNode(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, INSTANCE, descriptor(node), null, null));
            node.methods.add(initializer(node, line));
        }
        for (String method : site.descriptors().stream().distinct().toList()) {
            node.methods.add(LambdaMethod.build(node, site, method, line));
        }
        return new LambdaClass(original, node);
    }

    private static String descriptor(ClassNode node) {
        return "L" + node.name + ";";
    }

    /** A method whose frames are not shown, and whose code has the line of the lambda. */
    static MethodNode method(int access, String name, String descriptor, int line) {
        MethodNode method = new MethodNode(access | Opcodes.ACC_SYNTHETIC, name, descriptor, null, null);
        method.visibleAnnotations = List.of(new AnnotationNode(Type.getDescriptor(HiddenFrame.class)));
        LabelNode start = new LabelNode();
        method.instructions.add(start);
        method.instructions.add(new LineNumberNode(line, start));
        int receiver = (access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
        method.maxLocals = receiver + Type.getArgumentsAndReturnSizes(descriptor) / 4;
        method.maxStack = method.maxLocals + MAXIMUM_STACK_BEYOND_VALUES;
        return method;
    }

    private static MethodNode constructor(ClassNode node, LambdaSite site, int line) {
        MethodNode method = method(0, "<init>", Type.getMethodDescriptor(Type.VOID_TYPE, site.factory().getArgumentTypes()), line);
        method.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
        method.instructions.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, OBJECT, "<init>", NO_ARGUMENTS, false));
        int local = 1;
        for (int i = 0; i < site.captured().size(); i++) {
            Type type = site.captured().get(i);
            method.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
            method.instructions.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), local));
            method.instructions.add(new FieldInsnNode(Opcodes.PUTFIELD, node.name, field(i), type.getDescriptor()));
            local += type.getSize();
        }
        method.instructions.add(new InsnNode(Opcodes.RETURN));
        return method;
    }

    private static MethodNode maker(ClassNode node, LambdaSite site, int line) {
        MethodNode method = method(Opcodes.ACC_STATIC, MAKE, site.factory().getDescriptor(), line);
        method.instructions.add(new TypeInsnNode(Opcodes.NEW, node.name));
        method.instructions.add(new InsnNode(Opcodes.DUP));
        int local = 0;
        for (Type type : site.captured()) {
            method.instructions.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), local));
            local += type.getSize();
        }
        String constructor = Type.getMethodDescriptor(Type.VOID_TYPE, site.factory().getArgumentTypes());
        method.instructions.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, node.name, "<init>", constructor, false));
        method.instructions.add(new InsnNode(Opcodes.ARETURN));
        return method;
    }

    private static MethodNode initializer(ClassNode node, int line) {
        MethodNode method = method(Opcodes.ACC_STATIC, "<clinit>", NO_ARGUMENTS, line);
        method.instructions.add(new TypeInsnNode(Opcodes.NEW, node.name));
        method.instructions.add(new InsnNode(Opcodes.DUP));
        method.instructions.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, node.name, "<init>", NO_ARGUMENTS, false));
        method.instructions.add(new FieldInsnNode(Opcodes.PUTSTATIC, node.name, INSTANCE, descriptor(node)));
        method.instructions.add(new InsnNode(Opcodes.RETURN));
        return method;
    }
}
