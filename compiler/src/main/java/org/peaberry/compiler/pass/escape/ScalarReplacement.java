/** Takes vanishing objects out of a graph. */
package org.peaberry.compiler.pass.escape;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.Edits;
import org.peaberry.compiler.world.ClassInfo;

/** Reads become values first; then everything else that knows the objects goes, and the objects last. */
final class ScalarReplacement {
    private final Graph graph;
    private final VirtualObjects objects;
    private final FieldValues values;

    ScalarReplacement(Graph graph, VirtualObjects objects) {
        this.graph = graph;
        this.objects = objects;
        values = new FieldValues(graph, objects);
    }

    void run() {
        for (Block block : graph.reversePostorder()) {
            for (Instruction instruction : List.copyOf(block.instructions())) {
                if (ObjectPlace.isRead(instruction) && objects.contains(instruction.operand(0))) {
                    Instruction value = values.of(instruction);
                    Edits.replace(instruction, value);
                    values.replaced(instruction, value);
                }
            }
        }
        objects.all().forEach(object -> new ArrayList<>(object.users()).forEach(user -> removeUse(object, user)));
        List<Instruction> phis = objects.all().stream().filter(object -> object.opcode() == Opcode.PHI).toList();
        phis.forEach(Instruction::clearOperands);
        phis.forEach(Instruction::remove);
        objects.all().stream().filter(object -> object.block() != null).forEach(Edits::remove);
    }

    private void removeUse(Instruction object, Instruction user) {
        if (user.block() == null || user.opcode() == Opcode.PHI) {
            return;
        }
        switch (user.opcode()) {
            case INSTANCE_OF -> replace(user, objects.classOf(object).isSubtypeOf(user.attribute(ClassInfo.class)) ? 1 : 0);
            case ARRAY_LENGTH -> replace(user, objects.length(object));
            case COMPARE -> replace(user, holds(user) ? 1 : 0);
            case BRANCH -> Edits.jumpAlong(graph, user.block(), holds(user) ? 0 : 1);
            default -> Edits.remove(user);
        }
    }

    private void replace(Instruction user, int value) {
        Edits.replace(user, Edits.constantBefore(graph, user, Type.INT, value));
    }

    /** Whoever is compared with a vanishing object is another one, unless it has the same name. */
    private static boolean holds(Instruction comparison) {
        boolean isSame = comparison.operand(0) == comparison.operand(1);
        return isSame == (comparison.attribute() == Condition.EQUAL);
    }
}
