/** Reads final fields of objects that the image holds: their values are known when the program is compiled. */
package org.peaberry.compiler.pass.value;

import java.util.List;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.Edits;
import org.peaberry.compiler.pass.Pass;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.World;

public final class ImageConstants implements Pass {
    private final World world;

    public ImageConstants(World world) {
        this.world = world;
    }

    @Override
    public void run(Graph graph) {
        for (Block block : graph.reversePostorder()) {
            for (Instruction instruction : List.copyOf(block.instructions())) {
                if (instruction.opcode() == Opcode.GET_FIELD && instruction.operand(0).opcode() == Opcode.OBJECT) {
                    visit(graph, instruction, instruction.attribute(FieldInfo.class), instruction.operand(0).attribute());
                }
            }
        }
    }

    private void visit(Graph graph, Instruction read, FieldInfo field, Object object) {
        if (world.hasConstantValue(field, object)) {
            Edits.replace(read, constant(graph, read, world.constantValue(field, object)));
        }
    }

    private static Instruction constant(Graph graph, Instruction read, Object value) {
        if (read.type() == Type.REFERENCE) {
            return Edits.insertBefore(graph, read, value == null ? Opcode.NULL : Opcode.OBJECT, Type.REFERENCE, value);
        }
        return Edits.constantBefore(graph, read, read.type(), number(value));
    }

    private static long number(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return value instanceof Character character ? character : ((Number) value).longValue();
    }
}
