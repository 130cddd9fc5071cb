/** A field of an object, or an element of an array of constant length. */
package org.peaberry.compiler.pass.escape;

import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.world.FieldInfo;

/** @param key the FieldInfo, or the index as an Integer */
record ObjectPlace(Object key, MemoryKind kind) {
    /** What a field or array access reads or writes. */
    static ObjectPlace of(Instruction access) {
        if (access.attribute() instanceof FieldInfo field) {
            return new ObjectPlace(field, field.memoryKind());
        }
        return new ObjectPlace((int) access.operand(1).constantValue(), access.attribute(MemoryKind.class));
    }

    static boolean isRead(Instruction instruction) {
        return instruction.opcode() == Opcode.GET_FIELD || instruction.opcode() == Opcode.ARRAY_LOAD;
    }

    static boolean isWrite(Instruction instruction) {
        return instruction.opcode() == Opcode.PUT_FIELD || instruction.opcode() == Opcode.ARRAY_STORE;
    }
}
