/** Calls through dispatch tables become direct where the receiver's class is known. */
package org.peaberry.compiler.pass.type;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.pass.Pass;
import org.peaberry.compiler.world.CallKind;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.compiler.world.World;

public final class Devirtualization implements Pass {
    private final World world;

    public Devirtualization(World world) {
        this.world = world;
    }

    @Override
    public void run(Graph graph) {
        for (Block block : graph.blocks()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction.opcode() == Opcode.CALL && instruction.attribute(Invocation.class).kind() != Invocation.Kind.DIRECT) {
                    devirtualize(instruction);
                }
            }
        }
    }

    private void devirtualize(Instruction call) {
        ClassInfo receiver = new StaticTypes(world).exactType(call.operand(0));
        if (receiver == null || receiver.isArray()) {
            return;
        }
        MethodInfo selected = world.selectMethod(receiver, call.attribute(Invocation.class).method());
        MethodInfo target = selected.substitute() != null ? selected.substitute() : selected;
        // A method without a graph was not reached: no object of that class exists.
        if (CallKind.of(target) == CallKind.CALL && target.graph() != null) {
            call.setAttribute(new Invocation(Invocation.Kind.DIRECT, target));
        }
    }
}
