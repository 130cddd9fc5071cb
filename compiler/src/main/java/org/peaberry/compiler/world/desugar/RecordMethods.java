/** The equals, hashCode and toString that a record gets from the compiler, as ordinary bytecode. */
package org.peaberry.compiler.world.desugar;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Semantics as java.lang.runtime.ObjectMethods documents: 31 * hash + component, Name[a=1, b=2]. */
final class RecordMethods {
    private static final String BUILDER = "java/lang/StringBuilder";
    private static final String OBJECTS = "java/util/Objects";
    private static final int HASH_FACTOR = 31;

    private final ClassNode node;
    private final MethodNode method;
    private final Object[] arguments;
    private final InsnList code = new InsnList();

    private RecordMethods(ClassNode node, MethodNode method, Object[] arguments) {
        this.node = node;
        this.method = method;
        this.arguments = arguments;
    }

    /** Bootstrap arguments: the class, the component names, a getter for each component. */
    static InsnList expand(ClassNode node, MethodNode method, InvokeDynamicInsnNode dynamic) {
        RecordMethods expansion = new RecordMethods(node, method, dynamic.bsmArgs);
        switch (dynamic.name) {
            case "toString" -> expansion.buildToString();
            case "hashCode" -> expansion.buildHashCode();
            default -> expansion.buildEquals();
        }
        return expansion.code;
    }

    private int components() {
        return arguments.length - 2;
    }

    private Type componentType(int index) {
        return Type.getType(((Handle) arguments[index + 2]).getDesc());
    }

    private void loadComponent(int local, int index) {
        Handle getter = (Handle) arguments[index + 2];
        code.add(new VarInsnNode(Opcodes.ALOAD, local));
        code.add(new FieldInsnNode(Opcodes.GETFIELD, node.name, getter.getName(), getter.getDesc()));
    }

    private int newLocal() {
        return method.maxLocals++;
    }

    private int store() {
        int local = newLocal();
        code.add(new VarInsnNode(Opcodes.ASTORE, local));
        return local;
    }

    private void buildToString() {
        int self = store();
        String[] names = ((String) arguments[1]).split(";");
        String simpleName = node.name.substring(Math.max(node.name.lastIndexOf('/'), node.name.lastIndexOf('$')) + 1);
        code.add(new TypeInsnNode(Opcodes.NEW, BUILDER));
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, BUILDER, "<init>", "()V", false));
        for (int i = 0; i < components(); i++) {
            appendText((i == 0 ? simpleName + "[" : ", ") + names[i] + "=");
            loadComponent(self, i);
            append(appendDescriptor(componentType(i)));
        }
        appendText(components() == 0 ? simpleName + "[]" : "]");
        code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, BUILDER, "toString", "()Ljava/lang/String;", false));
    }

    private void appendText(String text) {
        code.add(new LdcInsnNode(text));
        append("Ljava/lang/String;");
    }

    private void append(String descriptor) {
        code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, BUILDER, "append", "(" + descriptor + ")L" + BUILDER + ";", false));
    }

    private static String appendDescriptor(Type type) {
        return switch (type.getSort()) {
            case Type.BYTE, Type.SHORT, Type.INT -> "I";
            case Type.OBJECT, Type.ARRAY -> "Ljava/lang/Object;";
            default -> type.getDescriptor();
        };
    }

    private void buildHashCode() {
        int self = store();
        code.add(new InsnNode(Opcodes.ICONST_0));
        for (int i = 0; i < components(); i++) {
            code.add(new IntInsnNode(Opcodes.BIPUSH, HASH_FACTOR));
            code.add(new InsnNode(Opcodes.IMUL));
            loadComponent(self, i);
            hash(componentType(i));
            code.add(new InsnNode(Opcodes.IADD));
        }
    }

    private void hash(Type type) {
        switch (type.getSort()) {
            case Type.BYTE, Type.SHORT, Type.CHAR, Type.INT -> { }
            case Type.BOOLEAN -> call("java/lang/Boolean", "hashCode", "(Z)I");
            case Type.LONG -> call("java/lang/Long", "hashCode", "(J)I");
            case Type.FLOAT -> call("java/lang/Float", "hashCode", "(F)I");
            case Type.DOUBLE -> call("java/lang/Double", "hashCode", "(D)I");
            default -> call(OBJECTS, "hashCode", "(Ljava/lang/Object;)I");
        }
    }

    private void call(String owner, String name, String descriptor) {
        code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, owner, name, descriptor, false));
    }

    private void buildEquals() {
        int other = store();
        int self = store();
        LabelNode different = new LabelNode();
        LabelNode end = new LabelNode();
        code.add(new VarInsnNode(Opcodes.ALOAD, other));
        code.add(new TypeInsnNode(Opcodes.INSTANCEOF, node.name));
        code.add(new JumpInsnNode(Opcodes.IFEQ, different));
        code.add(new VarInsnNode(Opcodes.ALOAD, other));
        code.add(new TypeInsnNode(Opcodes.CHECKCAST, node.name));
        int cast = store();
        for (int i = 0; i < components(); i++) {
            loadComponent(self, i);
            loadComponent(cast, i);
            jumpIfDifferent(componentType(i), different);
        }
        code.add(new InsnNode(Opcodes.ICONST_1));
        code.add(new JumpInsnNode(Opcodes.GOTO, end));
        code.add(different);
        code.add(new InsnNode(Opcodes.ICONST_0));
        code.add(end);
    }

    private void jumpIfDifferent(Type type, LabelNode different) {
        switch (type.getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.SHORT, Type.CHAR, Type.INT -> code.add(new JumpInsnNode(Opcodes.IF_ICMPNE, different));
            case Type.LONG -> {
                code.add(new InsnNode(Opcodes.LCMP));
                code.add(new JumpInsnNode(Opcodes.IFNE, different));
            }
            case Type.FLOAT -> compare("java/lang/Float", "(FF)I", different);
            case Type.DOUBLE -> compare("java/lang/Double", "(DD)I", different);
            default -> {
                call(OBJECTS, "equals", "(Ljava/lang/Object;Ljava/lang/Object;)Z");
                code.add(new JumpInsnNode(Opcodes.IFEQ, different));
            }
        }
    }

    private void compare(String owner, String descriptor, LabelNode different) {
        call(owner, "compare", descriptor);
        code.add(new JumpInsnNode(Opcodes.IFNE, different));
    }
}
