/** Replaces what is the same constant on all ways that control can take, and cuts off the others. */
package org.peaberry.compiler.pass.constant;

import java.util.List;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.TrivialPhis;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.Edits;
import org.peaberry.compiler.pass.Pass;
import org.peaberry.compiler.pass.check.Nullness;
import org.peaberry.compiler.pass.value.ConstantFolding;
import org.peaberry.compiler.world.World;

/**
 * Finds more than {@link ConstantFolding}, which looks at one operation after the other: constants that go around loops, phis into which only
 * dead branches bring other values, null and exact classes through phis. Identities of single operations are left to that pass.
 */
public final class ConditionalConstantPropagation implements Pass {
    private final World world;
    private final Nullness nullness;

    public ConditionalConstantPropagation(World world, Nullness nullness) {
        this.world = world;
        this.nullness = nullness;
    }

    @Override
    public void run(Graph graph) {
        ConditionalConstants constants = new ConditionalConstants(graph, world, nullness);
        for (Block block : List.copyOf(graph.blocks())) {
            if (constants.isExecuted(block)) {
                rewrite(graph, block, constants);
            }
        }
        graph.removeUnreachableBlocks();
        TrivialPhis.remove(graph);
    }

    private static void rewrite(Graph graph, Block block, ConditionalConstants constants) {
        int only = constants.onlySuccessor(block);
        if (only >= 0) {
            Edits.jumpAlong(graph, block, only);
        }
        for (Instruction instruction : List.copyOf(block.instructions())) {
            LatticeValue value = constants.of(instruction);
            if (value.isConstant() && !isLiteral(instruction)) {
                instruction.replaceUsesWith(literal(graph, instruction, value));
            }
            if (constants.passes(instruction)) {
                removeCheck(instruction);
            } else if (value.isConstant() && instruction.opcode().isPure() && !isLiteral(instruction)) {
                Edits.remove(instruction);
            }
        }
    }

    private static boolean isLiteral(Instruction instruction) {
        return switch (instruction.opcode()) {
            case CONST, NULL, OBJECT -> true;
            default -> false;
        };
    }

    private static Instruction literal(Graph graph, Instruction original, LatticeValue value) {
        Instruction place = placeFor(original);
        if (value.isNumber()) {
            return Edits.constantBefore(graph, place, original.type(), value.number());
        }
        return Edits.insertBefore(graph, place, value.isNull() ? Opcode.NULL : Opcode.OBJECT, Type.REFERENCE, value.object());
    }

    /** Phis and the exception stay first. */
    private static Instruction placeFor(Instruction original) {
        List<Instruction> instructions = original.block().instructions();
        int place = instructions.indexOf(original);
        while (instructions.get(place).opcode() == Opcode.PHI || instructions.get(place).opcode() == Opcode.EXCEPTION) {
            place++;
        }
        return instructions.get(place);
    }

    private static void removeCheck(Instruction check) {
        if (check.opcode() == Opcode.CHECK_CAST) {
            check.replaceUsesWith(check.operand(0));
        }
        Edits.remove(check);
    }
}
