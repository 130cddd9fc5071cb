/** String concatenation by a StringBuilder. */
package org.peaberry.compiler.world.desugar;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** The recipe's characters: 1 stands for the next argument, 2 for the next constant, others for themselves (StringConcatFactory). */
final class StringConcatenation {
    private static final String BUILDER = "java/lang/StringBuilder";
    private static final char ARGUMENT = '\u0001';
    private static final char CONSTANT = '\u0002';

    private final MethodNode method;
    private final Type[] arguments;
    private final int[] locals;
    private final InsnList code = new InsnList();

    private StringConcatenation(MethodNode method, Type[] arguments) {
        this.method = method;
        this.arguments = arguments;
        locals = new int[arguments.length];
    }

    static InsnList expand(MethodNode method, InvokeDynamicInsnNode dynamic) {
        StringConcatenation expansion = new StringConcatenation(method, Type.getArgumentTypes(dynamic.desc));
        expansion.storeArguments();
        expansion.build(recipe(dynamic), dynamic.bsmArgs);
        return expansion.code;
    }

    /** makeConcat has no recipe: it is all arguments. */
    private static String recipe(InvokeDynamicInsnNode dynamic) {
        return dynamic.bsmArgs.length > 0 ? (String) dynamic.bsmArgs[0] : String.valueOf(ARGUMENT).repeat(Type.getArgumentTypes(dynamic.desc).length);
    }

    private void storeArguments() {
        for (int i = arguments.length - 1; i >= 0; i--) {
            locals[i] = method.maxLocals;
            method.maxLocals += arguments[i].getSize();
            code.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ISTORE), locals[i]));
        }
    }

    private void build(String recipe, Object[] constants) {
        code.add(new TypeInsnNode(Opcodes.NEW, BUILDER));
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, BUILDER, "<init>", "()V", false));
        StringBuilder literal = new StringBuilder();
        int nextArgument = 0;
        int nextConstant = 1;
        for (char c : recipe.toCharArray()) {
            if (c == ARGUMENT) {
                appendLiteral(literal);
                appendArgument(nextArgument++);
            } else if (c == CONSTANT) {
                literal.append(constants[nextConstant++]);
            } else {
                literal.append(c);
            }
        }
        appendLiteral(literal);
        code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, BUILDER, "toString", "()Ljava/lang/String;", false));
    }

    private void appendLiteral(StringBuilder literal) {
        if (literal.length() > 0) {
            code.add(new LdcInsnNode(literal.toString()));
            append("Ljava/lang/String;");
            literal.setLength(0);
        }
    }

    private void appendArgument(int index) {
        code.add(new VarInsnNode(arguments[index].getOpcode(Opcodes.ILOAD), locals[index]));
        append(switch (arguments[index].getSort()) {
            case Type.BYTE, Type.SHORT, Type.INT -> "I";
            case Type.OBJECT -> arguments[index].getInternalName().equals("java/lang/String") ? "Ljava/lang/String;" : "Ljava/lang/Object;";
            case Type.ARRAY -> "Ljava/lang/Object;";
            default -> arguments[index].getDescriptor();
        });
    }

    private void append(String descriptor) {
        code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, BUILDER, "append", "(" + descriptor + ")L" + BUILDER + ";", false));
    }
}
