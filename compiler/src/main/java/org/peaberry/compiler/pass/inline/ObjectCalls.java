/** The calls that see a new object, where they and nothing else do. */
package org.peaberry.compiler.pass.inline;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.pass.escape.HarmlessUses;
import org.peaberry.compiler.world.MethodInfo;

/** Follows the object through phis and into the callees. */
final class ObjectCalls {
    /** Calls in calls in calls that are followed. */
    private static final int DEEPEST = 5;

    private final Inlining inlining;
    private final Graph graph;
    private final Set<Instruction> calls = new LinkedHashSet<>();
    private final Set<Instruction> seen = new HashSet<>();

    ObjectCalls(Inlining inlining, Graph graph) {
        this.inlining = inlining;
        this.graph = graph;
    }

    /** Direct calls that can be inlined; none when the object is seen otherwise. */
    Set<Instruction> of(Instruction object) {
        return isKept(object, 0) ? Set.of() : calls;
    }

    private boolean isKept(Instruction value, int depth) {
        return seen.add(value) && value.users().stream().anyMatch(user -> isKeptBy(value, user, depth));
    }

    private boolean isKeptBy(Instruction value, Instruction user, int depth) {
        return switch (user.opcode()) {
            case NULL_CHECK, INSTANCE_OF, GET_FIELD, ARRAY_LENGTH, ARRAY_LOAD, BRANCH, COMPARE -> false;
            case PUT_FIELD -> user.operand(0) != value;
            case ARRAY_STORE -> user.operand(2) == value;
            case STORE_CHECK -> user.operand(1) == value;
            case PHI -> isKept(user, depth);
            case RETURN -> depth == 0;
            case CALL -> isKeptByCall(value, user, depth);
            default -> true;
        };
    }

    private boolean isKeptByCall(Instruction value, Instruction call, int depth) {
        Invocation invocation = call.attribute(Invocation.class);
        if (HarmlessUses.isOnlyFor(call)) {
            return false;
        }
        if (invocation.kind() != Invocation.Kind.DIRECT || depth == DEEPEST || !inlining.isPossible(invocation.method(), graph)) {
            return true;
        }
        if (depth == 0) {
            calls.add(call);
        }
        boolean isReturned = call.type() == value.type() && isKept(call, depth);
        return isReturned || isKeptByCallee(value, call, invocation.method(), depth + 1);
    }

    private boolean isKeptByCallee(Instruction value, Instruction call, MethodInfo callee, int depth) {
        for (Instruction instruction : callee.graph().entry().instructions()) {
            boolean isArgument = instruction.opcode() == Opcode.PARAMETER && call.operand(instruction.attribute(Integer.class)) == value;
            if (isArgument && isKept(instruction, depth)) {
                return true;
            }
        }
        return false;
    }
}
