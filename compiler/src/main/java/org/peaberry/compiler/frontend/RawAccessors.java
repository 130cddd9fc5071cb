/** Accessors of raw structures: loads, stores, and addresses of sub-structures. */
package org.peaberry.compiler.frontend;

import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.world.Annotations;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.Repeated;

final class RawAccessors {
    private final Builder builder;

    RawAccessors(Builder builder) {
        this.builder = builder;
    }

    /** @param arguments the structure's address, the index of a repeated field, the value to store */
    Instruction access(MethodInfo accessor, Instruction[] arguments) {
        int next = 1;
        Instruction address = plus(arguments[0], (Integer) Annotations.element(accessor.annotation(At.class), "value"));
        var repeated = accessor.annotation(Repeated.class);
        if (repeated != null) {
            address = element(address, arguments[next++], (Integer) Annotations.element(repeated, "count"),
                    (Integer) Annotations.element(repeated, "stride"));
        }
        if (next < arguments.length) {
            ClassInfo type = accessor.argumentTypes().get(next);
            return builder.emit(Opcode.STORE, Type.VOID, kind(accessor, type), address, arguments[next]);
        }
        ClassInfo type = accessor.returnType();
        return type.isRawStructure() ? address : builder.emit(Opcode.LOAD, type.memoryKind().type(), kind(accessor, type), address);
    }

    private MemoryKind kind(MethodInfo accessor, ClassInfo type) {
        MemoryKind kind = type.memoryKind();
        if (kind == null || kind == MemoryKind.REFERENCE || type.isRawStructure()) {
            throw builder.unsupported("accessor " + accessor.displayName() + " of a raw structure has type " + type.binaryName()
                    + ". Use a primitive type or an @Unboxed class");
        }
        return kind;
    }

    private Instruction element(Instruction address, Instruction index, int count, int stride) {
        builder.emitThrowing(Opcode.BOUNDS_CHECK, Type.VOID, null, index, builder.constant(count));
        Instruction wide = builder.emit(Opcode.INT_TO_LONG_UNSIGNED, Type.LONG, null, index);
        Instruction offset = builder.emit(Opcode.MUL, Type.LONG, null, wide, builder.constant((long) stride));
        return builder.emit(Opcode.ADD, Type.LONG, null, address, offset);
    }

    private Instruction plus(Instruction address, int offset) {
        return offset == 0 ? address : builder.emit(Opcode.ADD, Type.LONG, null, address, builder.constant((long) offset));
    }
}
