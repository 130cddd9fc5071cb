/** Values of the IR as a programmer knows them. */
package org.peaberry.compiler.explain;

import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Local;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.MethodInfo;

/** A variable's name where one holds the value at that place of the source, otherwise what makes it. */
public final class ValueText {
    private static final int DEPTH = 3;

    private ValueText() {
    }

    /** In quotes where it is a variable or an expression. */
    public static String of(Instruction value, SourcePosition at) {
        return "'" + text(value, at, DEPTH) + "'";
    }

    private static String text(Instruction value, SourcePosition at, int depth) {
        String named = variable(value, at);
        String variable = named != null ? named : variable(value, value.position());
        if (variable != null) {
            return variable;
        }
        if (depth == 0) {
            return "…";
        }
        return switch (value.opcode()) {
            case CONST -> value.attribute().toString();
            case NULL -> "null";
            case GET_FIELD -> text(value.operand(0), at, depth - 1) + "." + value.attribute(FieldInfo.class).name();
            case GET_STATIC -> className(value.attribute(FieldInfo.class).owner()) + "." + value.attribute(FieldInfo.class).name();
            case ARRAY_LENGTH -> text(value.operand(0), at, depth - 1) + ".length";
            case ARRAY_LOAD -> text(value.operand(0), at, depth - 1) + "[" + text(value.operand(1), at, depth - 1) + "]";
            case CALL -> methodName(value.attribute(Invocation.class).method()) + "(…)";
            case NEW -> "new " + className(value.attribute(ClassInfo.class));
            case NEW_ARRAY -> "new " + className(value.attribute(ClassInfo.class).component()) + "[…]";
            case CHECK_CAST -> text(value.operand(0), at, depth);
            case ADD -> operation(value, " + ", at, depth);
            case SUB -> operation(value, " - ", at, depth);
            case MUL -> operation(value, " * ", at, depth);
            case AND -> operation(value, " & ", at, depth);
            case SHR -> operation(value, " >> ", at, depth);
            case USHR -> operation(value, " >>> ", at, depth);
            case SHL -> operation(value, " << ", at, depth);
            case REM -> operation(value, " % ", at, depth);
            case LONG_TO_INT -> "(int) " + text(value.operand(0), at, depth - 1);
            case INT_TO_LONG -> text(value.operand(0), at, depth);
            case PHI -> "one of several values";
            case PARAMETER -> "argument " + value.attribute();
            default -> "a value of " + value.opcode().text();
        };
    }

    private static String operation(Instruction value, String sign, SourcePosition at, int depth) {
        return text(value.operand(0), at, depth - 1) + sign + text(value.operand(1), at, depth - 1);
    }

    /** The innermost variable that holds the value there; null when none does. */
    private static String variable(Instruction value, SourcePosition at) {
        for (SourcePosition each = at; each != null; each = each.caller()) {
            for (Local local : each.locals()) {
                if (local.value() != null && local.value().latest() == value) {
                    return local.variable().name();
                }
            }
        }
        return null;
    }

    static String methodName(MethodInfo method) {
        return className(method.owner()) + "." + method.name();
    }

    /** As in source, without the package. */
    public static String className(ClassInfo type) {
        String name = org.objectweb.asm.Type.getType(type.descriptor()).getClassName();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
