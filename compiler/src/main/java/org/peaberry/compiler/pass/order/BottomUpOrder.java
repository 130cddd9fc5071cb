/** Orders methods so that callees come before callers, as far as recursion allows. */
package org.peaberry.compiler.pass.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.world.MethodInfo;

/** Postorder of a depth-first walk of the direct calls, without recursion. */
final class BottomUpOrder {
    private BottomUpOrder() {
    }

    static List<MethodInfo> of(Collection<MethodInfo> methods) {
        Set<MethodInfo> seen = new HashSet<>();
        List<MethodInfo> order = new ArrayList<>();
        for (MethodInfo root : methods) {
            if (root.graph() != null && seen.add(root)) {
                walk(root, seen, order);
            }
        }
        return order;
    }

    private static void walk(MethodInfo root, Set<MethodInfo> seen, List<MethodInfo> order) {
        Deque<MethodInfo> path = new ArrayDeque<>();
        Deque<Iterator<MethodInfo>> rest = new ArrayDeque<>();
        path.push(root);
        rest.push(callees(root.graph()).iterator());
        while (!path.isEmpty()) {
            if (!rest.peek().hasNext()) {
                rest.pop();
                order.add(path.pop());
                continue;
            }
            MethodInfo callee = rest.peek().next();
            if (callee.graph() != null && seen.add(callee)) {
                path.push(callee);
                rest.push(callees(callee.graph()).iterator());
            }
        }
    }

    private static Set<MethodInfo> callees(Graph graph) {
        Set<MethodInfo> callees = new LinkedHashSet<>();
        for (Block block : graph.blocks()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction.opcode() == Opcode.CALL && instruction.attribute(Invocation.class).kind() == Invocation.Kind.DIRECT) {
                    callees.add(instruction.attribute(Invocation.class).method());
                }
            }
        }
        return callees;
    }
}
