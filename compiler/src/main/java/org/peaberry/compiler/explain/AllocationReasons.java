/** Why an object is made on the heap: who else gets to see it. */
package org.peaberry.compiler.explain;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.listing.SourceText;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.FieldInfo;

final class AllocationReasons {
    private final SourcePosition at;
    private final Set<String> escapes = new LinkedHashSet<>();
    private final Set<Instruction> seen = new HashSet<>();

    private AllocationReasons(SourcePosition at) {
        this.at = at;
    }

    static Kept of(Instruction allocation) {
        ClassInfo type = allocation.attribute(ClassInfo.class);
        String what = "allocation of " + (type.isArray() ? "new " + ValueText.className(type.component()) + "[…]" : "new " + ValueText.className(type));
        AllocationReasons reasons = new AllocationReasons(allocation.position());
        reasons.follow(allocation);
        String why = reasons.escapes.isEmpty() ? "it does not leave the method, but is used as an object: by its length, by an index that is not constant, or under a handler"
                : "it escapes: " + String.join("; ", reasons.escapes);
        return new Kept(allocation.position(), allocation.opcode(), what, why);
    }

    private void follow(Instruction value) {
        if (seen.add(value)) {
            value.users().forEach(user -> use(value, user));
        }
    }

    private void use(Instruction value, Instruction user) {
        switch (user.opcode()) {
            case PUT_FIELD -> {
                if (user.operand(1) == value) {
                    escapes.add("stored in field " + user.attribute(FieldInfo.class) + place(user));
                }
            }
            case PUT_STATIC -> escapes.add("stored in static field " + user.attribute(FieldInfo.class) + place(user));
            case ARRAY_STORE -> {
                if (user.operand(2) == value) {
                    escapes.add("stored in an element of " + ValueText.of(user.operand(0), at) + place(user));
                }
            }
            case CALL -> escapes.add("passed to " + ValueText.methodName(user.attribute(Invocation.class).method()) + ", which is not inlined" + place(user));
            case RETURN -> escapes.add("returned" + place(user));
            case THROW -> escapes.add("thrown" + place(user));
            case PHI, CHECK_CAST -> follow(user);
            case INTRINSIC, PURE_INTRINSIC -> escapes.add("its address is taken" + place(user));
            default -> {
                // Reading it, or comparing it, shows it to nobody else.
            }
        }
    }

    private static String place(Instruction user) {
        return user.position() == null ? "" : " (" + SourceText.place(user.position()) + ")";
    }
}
