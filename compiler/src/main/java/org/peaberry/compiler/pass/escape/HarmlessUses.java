/** Tells the uses of an object that let nobody else see it. */
package org.peaberry.compiler.pass.escape;

import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.pass.type.StaticTypes;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.runtime.annotation.OnlyForArgument;

public final class HarmlessUses {
    private final VirtualObjects objects;
    private final StaticTypes types;

    HarmlessUses(VirtualObjects objects, StaticTypes types) {
        this.objects = objects;
        this.types = types;
    }

    boolean isHarmless(Instruction object, Instruction user) {
        return switch (user.opcode()) {
            case NULL_CHECK, INSTANCE_OF, GET_FIELD -> true;
            case PUT_FIELD -> user.operand(0) == object && (user.operand(1) != object || !objects.isRead(user.attribute(FieldInfo.class)));
            case ARRAY_LENGTH -> objects.length(object) >= 0;
            case ARRAY_LOAD -> isElement(object, user);
            case ARRAY_STORE -> isElement(object, user) && user.operand(2) != object;
            case STORE_CHECK -> user.operand(0) == object && user.operand(1) != object
                    && types.isInstance(user.operand(1), objects.classOf(object).component());
            case BRANCH, COMPARE -> isDecided(user);
            case PHI -> objects.contains(user);
            case CALL -> isOnlyFor(user);
            default -> false;
        };
    }

    private boolean isElement(Instruction array, Instruction access) {
        Instruction index = access.operand(1);
        return access.operand(0) == array && index.isConstant() && index.constantValue() >= 0 && index.constantValue() < objects.length(array);
    }

    /** Two names of one object are the same or different; a phi may be any of several. */
    private boolean isDecided(Instruction comparison) {
        Instruction left = comparison.operand(0);
        Instruction right = comparison.operand(1);
        boolean isIdentity = comparison.attribute() == Condition.EQUAL || comparison.attribute() == Condition.NOT_EQUAL;
        boolean areBothObjects = objects.contains(left) && objects.contains(right);
        return isIdentity && (left == right || !areBothObjects || left.opcode() != Opcode.PHI && right.opcode() != Opcode.PHI);
    }

    public static boolean isOnlyFor(Instruction call) {
        Invocation invocation = call.attribute(Invocation.class);
        return invocation.kind() == Invocation.Kind.DIRECT && call.operands().size() == 1 && invocation.method().hasAnnotation(OnlyForArgument.class);
    }
}
