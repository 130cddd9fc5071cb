/** What a loop may write to Java memory. */
package org.peaberry.compiler.pass.loop;

import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.world.FieldInfo;

/** Fields and array elements of one kind are told apart by nothing but field and kind. Calls and raw memory write everything. */
final class LoopWrites {
    private final Set<Object> written = new HashSet<>();
    private boolean hasCall;
    private boolean writesAnything;

    LoopWrites(Collection<Block> body) {
        body.forEach(block -> block.instructions().forEach(this::add));
    }

    private void add(Instruction instruction) {
        switch (instruction.opcode()) {
            case CALL, NEW, NEW_ARRAY -> hasCall = true;
            case STORE, INTRINSIC -> writesAnything = true;
            case PUT_FIELD, PUT_STATIC, ARRAY_STORE -> written.add(instruction.attribute());
            case GET_FIELD, GET_STATIC -> writesAnything |= isVolatile(instruction.attribute(FieldInfo.class));
            default -> { }
        }
    }

    private static boolean isVolatile(FieldInfo field) {
        return Modifier.isVolatile(field.node().access);
    }

    boolean hasCall() {
        return hasCall;
    }

    /** Whether this is a read that gives the same in every iteration if its operands are the same. */
    boolean leaveAlone(Instruction instruction) {
        return switch (instruction.opcode()) {
            case GET_FIELD, GET_STATIC, ARRAY_LOAD -> !hasCall && !writesAnything && !written.contains(instruction.attribute());
            default -> false;
        };
    }
}
