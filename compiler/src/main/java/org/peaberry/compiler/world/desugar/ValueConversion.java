/** Casts, boxing, unboxing and widening between the types of an interface's method and those of its implementation. */
package org.peaberry.compiler.world.desugar;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** The conversions that java.lang.invoke.LambdaMetafactory documents. */
final class ValueConversion {
    private static final String OBJECT = "java/lang/Object";
    private static final String NUMBER = "java/lang/Number";

    private final InsnList code;

    ValueConversion(InsnList code) {
        this.code = code;
    }

    /**
     * Converts the value on top of the stack.
     *
     * @param typed what a reference is known to be by the interface's type arguments
     */
    void convert(Type from, Type typed, Type to) {
        if (isPrimitive(from)) {
            if (isPrimitive(to)) {
                widen(from, to);
            } else {
                box(from);
            }
            return;
        }
        Type known = isPrimitive(typed) ? from : typed;
        cast(from, known);
        if (isPrimitive(to)) {
            unbox(known, to);
        } else {
            cast(known, to);
        }
    }

    private static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    private void cast(Type from, Type to) {
        if (!from.equals(to) && !to.getInternalName().equals(OBJECT)) {
            code.add(new TypeInsnNode(Opcodes.CHECKCAST, to.getInternalName()));
        }
    }

    private void box(Type primitive) {
        String box = boxOf(primitive);
        code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, box, "valueOf", "(" + primitive.getDescriptor() + ")L" + box + ";", false));
    }

    /** A reference that is not known to be a box is one of the wanted type, or a number that is converted. */
    private void unbox(Type known, Type to) {
        Type primitive = primitiveOf(known.getInternalName());
        String box = known.getInternalName();
        if (primitive == null) {
            primitive = to;
            box = to.getSort() == Type.BOOLEAN || to.getSort() == Type.CHAR ? boxOf(to) : NUMBER;
            cast(known, Type.getObjectType(box));
        }
        code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, box, primitive.getClassName() + "Value", "()" + primitive.getDescriptor(), false));
        widen(primitive, to);
    }

    private void widen(Type from, Type to) {
        int opcode = switch (to.getSort()) {
            case Type.LONG -> isInt(from) ? Opcodes.I2L : Opcodes.NOP;
            case Type.FLOAT -> isInt(from) ? Opcodes.I2F : from.getSort() == Type.LONG ? Opcodes.L2F : Opcodes.NOP;
            case Type.DOUBLE -> isInt(from) ? Opcodes.I2D : from.getSort() == Type.LONG ? Opcodes.L2D : from.getSort() == Type.FLOAT ? Opcodes.F2D : Opcodes.NOP;
            default -> Opcodes.NOP;
        };
        if (opcode != Opcodes.NOP) {
            code.add(new InsnNode(opcode));
        }
    }

    private static boolean isInt(Type type) {
        return type.getSort() >= Type.CHAR && type.getSort() <= Type.INT;
    }

    private static String boxOf(Type primitive) {
        return switch (primitive.getSort()) {
            case Type.BOOLEAN -> "java/lang/Boolean";
            case Type.CHAR -> "java/lang/Character";
            case Type.BYTE -> "java/lang/Byte";
            case Type.SHORT -> "java/lang/Short";
            case Type.INT -> "java/lang/Integer";
            case Type.LONG -> "java/lang/Long";
            case Type.FLOAT -> "java/lang/Float";
            default -> "java/lang/Double";
        };
    }

    /** What a box holds, or null when the class is not a box. */
    private static Type primitiveOf(String box) {
        return switch (box) {
            case "java/lang/Boolean" -> Type.BOOLEAN_TYPE;
            case "java/lang/Character" -> Type.CHAR_TYPE;
            case "java/lang/Byte" -> Type.BYTE_TYPE;
            case "java/lang/Short" -> Type.SHORT_TYPE;
            case "java/lang/Integer" -> Type.INT_TYPE;
            case "java/lang/Long" -> Type.LONG_TYPE;
            case "java/lang/Float" -> Type.FLOAT_TYPE;
            case "java/lang/Double" -> Type.DOUBLE_TYPE;
            default -> null;
        };
    }
}
