/** The calls that an entry point can make once it has called the @EndsBoot method. */
package org.peaberry.compiler.contract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.runtime.annotation.EndsBoot;

final class AfterBoot {
    private final Set<Instruction> calls = new HashSet<>();
    private final Set<Block> entered = new HashSet<>();
    private final Deque<Block> work = new ArrayDeque<>();

    private AfterBoot() {
    }

    /** That of @EndsBoot itself included; none when the method does not end boot. */
    static List<MethodFacts.Call> calls(MethodInfo method, MethodFacts facts) {
        AfterBoot search = new AfterBoot();
        for (Block block : method.graph().blocks()) {
            search.start(block);
        }
        while (!search.work.isEmpty()) {
            search.add(search.work.poll(), 0);
        }
        List<MethodFacts.Call> found = new ArrayList<>();
        facts.calls().stream().filter(call -> search.calls.contains(call.instruction())).forEach(found::add);
        return found;
    }

    private void start(Block block) {
        for (int i = 0; i < block.instructions().size(); i++) {
            Instruction instruction = block.instructions().get(i);
            if (instruction.opcode() == Opcode.CALL && instruction.attribute(Invocation.class).method().hasAnnotation(EndsBoot.class)) {
                add(block, i);
                return;
            }
        }
    }

    private void add(Block block, int from) {
        calls.addAll(block.instructions().subList(from, block.instructions().size()));
        for (Block successor : block.allSuccessors()) {
            if (entered.add(successor)) {
                work.add(successor);
            }
        }
    }
}
