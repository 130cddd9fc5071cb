/** Methods that something still calls after inlining. */
package org.peaberry.compiler.pass.inline;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.runtime.annotation.Substitute;

public final class CalledMethods {
    private CalledMethods() {
    }

    /**
     * @param methods all methods, in an order that is kept
     * @param roots   called from outside; methods that dispatch tables may hold are roots anyway
     */
    public static List<MethodInfo> among(Collection<MethodInfo> methods, Collection<MethodInfo> roots) {
        Set<MethodInfo> called = new HashSet<>(roots);
        methods.stream().filter(CalledMethods::isDispatched).forEach(called::add);
        Deque<MethodInfo> work = new ArrayDeque<>(called);
        while (!work.isEmpty()) {
            MethodInfo method = work.poll();
            if (method.graph() != null) {
                addCallees(method, called, work);
            }
        }
        return methods.stream().filter(called::contains).toList();
    }

    /** Whether a dispatch table may hold it; a substitute stands there for what it replaces. */
    private static boolean isDispatched(MethodInfo method) {
        return method.isVirtual() && !method.owner().isWord() || method.hasAnnotation(Substitute.class);
    }

    private static void addCallees(MethodInfo method, Set<MethodInfo> called, Deque<MethodInfo> work) {
        for (Block block : method.graph().blocks()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction.opcode() == Opcode.CALL && called.add(instruction.attribute(Invocation.class).method())) {
                    work.add(instruction.attribute(Invocation.class).method());
                }
            }
        }
    }
}
