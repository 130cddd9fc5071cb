/** Calls of @Intrinsic methods, which become operations. */
package org.peaberry.compiler.frontend;

import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.world.Annotations;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.runtime.annotation.Intrinsic;
import org.peaberry.runtime.annotation.Intrinsic.Operation;

final class IntrinsicCalls {
    private final Builder builder;

    IntrinsicCalls(Builder builder) {
        this.builder = builder;
    }

    /** The operation a method stands for. */
    static Operation operation(MethodInfo method) {
        String[] value = (String[]) Annotations.element(method.annotation(Intrinsic.class), "value");
        return Operation.valueOf(value[1]);
    }

    /** Whether it only changes the type of its argument. */
    static boolean isReinterpretation(MethodInfo method) {
        return operation(method) == Operation.REINTERPRET;
    }

    Instruction translate(MethodInfo method, Instruction[] arguments) {
        Operation operation = operation(method);
        return switch (operation) {
            case LOAD_BYTE -> load(MemoryKind.BYTE, arguments);
            case LOAD_SHORT -> load(MemoryKind.SHORT, arguments);
            case LOAD_CHAR -> load(MemoryKind.CHAR, arguments);
            case LOAD_INT -> load(MemoryKind.INT, arguments);
            case LOAD_LONG -> load(MemoryKind.LONG, arguments);
            case STORE_BYTE -> store(MemoryKind.BYTE, arguments);
            case STORE_SHORT -> store(MemoryKind.SHORT, arguments);
            case STORE_INT -> store(MemoryKind.INT, arguments);
            case STORE_LONG -> store(MemoryKind.LONG, arguments);
            case REINTERPRET -> arguments[arguments.length - 1];
            case SYMBOL_ADDRESS -> builder.emit(Opcode.SYMBOL, Type.LONG, literal(arguments[0], String.class));
            case TYPE_INFORMATION_OF_CLASS ->
                builder.emit(Opcode.TYPE_INFORMATION, Type.REFERENCE, literal(arguments[0], ClassInfo.class));
            case UNSIGNED_LESS_THAN_INT, UNSIGNED_LESS_THAN_LONG ->
                builder.emit(Opcode.COMPARE, Type.INT, Condition.BELOW_UNSIGNED, arguments);
            case DIVIDE_UNSIGNED_INT, DIVIDE_UNSIGNED_LONG, REMAINDER_UNSIGNED_INT, REMAINDER_UNSIGNED_LONG -> {
                builder.emitThrowing(Opcode.ZERO_CHECK, Type.VOID, null, arguments[1]);
                yield pure(method, operation, arguments);
            }
            case MULTIPLY_HIGH, MULTIPLY_HIGH_UNSIGNED, COUNT_TRAILING_ZEROS_INT, COUNT_TRAILING_ZEROS_LONG, COUNT_LEADING_ZEROS_INT,
                    COUNT_LEADING_ZEROS_LONG, REVERSE_BYTES_INT, REVERSE_BYTES_LONG, ROTATE_LEFT_INT, ROTATE_LEFT_LONG,
                    TRUNCATE, FLOATING_POINT_BITS, SQUARE_ROOT ->
                pure(method, operation, arguments);
            default -> builder.emit(Opcode.INTRINSIC, method.returnIrType(), operation, arguments);
        };
    }

    private Instruction load(MemoryKind kind, Instruction[] arguments) {
        return builder.emit(Opcode.LOAD, kind.type(), kind, arguments);
    }

    private Instruction store(MemoryKind kind, Instruction[] arguments) {
        return builder.emit(Opcode.STORE, Type.VOID, kind, arguments);
    }

    private Instruction pure(MethodInfo method, Operation operation, Instruction[] arguments) {
        return builder.emit(Opcode.PURE_INTRINSIC, method.returnIrType(), operation, arguments);
    }

    private <T> T literal(Instruction argument, Class<T> kind) {
        if (argument.opcode() == Opcode.OBJECT && kind.isInstance(argument.attribute())) {
            return argument.attribute(kind);
        }
        throw builder.unsupported("this operation needs a literal");
    }
}
