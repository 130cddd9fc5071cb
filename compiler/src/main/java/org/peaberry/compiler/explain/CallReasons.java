/** Why a call is a call: what inlining said when it looked at it. */
package org.peaberry.compiler.explain;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.MethodInfo;

/** A call that came in with an inlined body was looked at in that body's method: what was said there, by its line, holds. */
final class CallReasons {
    private static final int SHOWN = 4;

    private record Site(MethodInfo method, int line, MethodInfo callee) {
    }

    private final Map<Site, String> said = new ConcurrentHashMap<>();

    void kept(Instruction call, String reason) {
        if (call.position() != null && call.position().method() != null) {
            said.put(site(call), reason);
        }
    }

    private static Site site(Instruction call) {
        SourcePosition position = call.position();
        return new Site(position.method(), position.line(), call.attribute(Invocation.class).method());
    }

    Kept of(Instruction call, ClosedWorld world) {
        Invocation invocation = call.attribute(Invocation.class);
        String name = ValueText.methodName(invocation.method());
        if (invocation.kind() == Invocation.Kind.DIRECT) {
            return new Kept(call.position(), call.opcode(), "call of " + name, said.getOrDefault(site(call), "a pass put it there"));
        }
        List<MethodInfo> targets = world.possibleTargets(invocation.method());
        String names = String.join(", ", targets.stream().limit(SHOWN).map(ValueText::methodName).toList());
        String more = targets.size() > SHOWN ? " and " + (targets.size() - SHOWN) + " more" : "";
        return new Kept(call.position(), call.opcode(), "dispatched call of " + name, "it can reach " + targets.size() + " methods: " + names + more);
    }
}
