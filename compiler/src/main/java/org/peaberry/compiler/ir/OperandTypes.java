/** The types that each operation takes and gives. */
package org.peaberry.compiler.ir;

import java.util.List;

import org.peaberry.compiler.world.FieldInfo;

final class OperandTypes {
    private static final Type INT = Type.INT;
    private static final Type LONG = Type.LONG;
    private static final Type REFERENCE = Type.REFERENCE;

    private OperandTypes() {
    }

    /** @throws IllegalStateException when the instruction has other operands */
    static void verify(Graph graph, Instruction instruction) {
        List<Type> required = required(graph, instruction);
        List<Type> actual = instruction.operands().stream().map(Instruction::type).toList();
        if (required != null && !required.equals(actual)) {
            throw new IllegalStateException(instruction + " takes " + required + " but has " + actual);
        }
    }

    /** Null where any operands will do. */
    private static List<Type> required(Graph graph, Instruction instruction) {
        Type type = instruction.type();
        return switch (instruction.opcode()) {
            case CONST, NULL, OBJECT, PARAMETER, EXCEPTION, GET_STATIC, NEW, SYMBOL, TYPE_INFORMATION, GOTO, UNREACHABLE -> List.of();
            case ADD, SUB, MUL, AND, OR, XOR, DIV, REM -> List.of(type, type);
            case FADD, FSUB, FMUL, FDIV -> List.of(type, type);
            case FNEG -> List.of(type);
            case FCOMPARE -> List.of(instruction.operand(0).type(), instruction.operand(0).type());
            case SHL, SHR, USHR -> List.of(type, INT);
            case NEG -> List.of(type);
            case INT_TO_LONG, INT_TO_LONG_UNSIGNED, INT_TO_BYTE, INT_TO_CHAR, INT_TO_SHORT, SWITCH, NEW_ARRAY -> List.of(INT);
            case LONG_TO_INT, LOAD -> List.of(LONG);
            case COMPARE_THREE_WAY -> List.of(LONG, LONG);
            case COMPARE, BRANCH -> List.of(instruction.operand(0).type(), instruction.operand(0).type());
            case NULL_CHECK, CHECK_CAST, INSTANCE_OF, GET_FIELD, ARRAY_LENGTH, THROW -> List.of(REFERENCE);
            case BOUNDS_CHECK -> List.of(INT, INT);
            case ZERO_CHECK -> List.of(instruction.operand(0).type());
            case STORE_CHECK -> List.of(REFERENCE, REFERENCE);
            case PUT_FIELD -> List.of(REFERENCE, valueType(instruction));
            case PUT_STATIC -> List.of(valueType(instruction));
            case ARRAY_LOAD -> List.of(REFERENCE, INT);
            case ARRAY_STORE -> List.of(REFERENCE, INT, instruction.attribute(MemoryKind.class).type());
            case STORE -> List.of(LONG, instruction.attribute(MemoryKind.class).type());
            case CALL -> instruction.attribute(Invocation.class).method().argumentIrTypes();
            case RETURN -> graph.returnType() == Type.VOID ? List.of() : List.of(graph.returnType());
            case PHI, FCONVERT, PURE_INTRINSIC, INTRINSIC -> null;
        };
    }

    private static Type valueType(Instruction instruction) {
        return instruction.attribute(FieldInfo.class).type().memoryKind().type();
    }
}
