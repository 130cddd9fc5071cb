/** Where in a graph a mistake can be made. */
package org.peaberry.compiler.pass.mutation;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.TrivialPhis;
import org.peaberry.compiler.ir.Type;

final class Places {
    private Places() {
    }

    /** In an order in which definitions come before uses. */
    static List<Instruction> all(Graph graph) {
        return graph.reversePostorder().stream().flatMap(block -> block.instructions().stream()).toList();
    }

    /** A change of the first instruction that fits. */
    static Mutant.Change first(Predicate<Instruction> place, BiConsumer<Graph, Instruction> edit) {
        return graph -> {
            for (Instruction instruction : all(graph)) {
                if (place.test(instruction)) {
                    edit.accept(graph, instruction);
                    return true;
                }
            }
            return false;
        };
    }

    static Predicate<Instruction> is(Opcode opcode) {
        return instruction -> instruction.opcode() == opcode;
    }

    static Predicate<Instruction> isInt(Opcode opcode) {
        return instruction -> instruction.opcode() == opcode && instruction.type() == Type.INT;
    }

    static Predicate<Instruction> hasAttribute(Opcode opcode, Object... attributes) {
        return instruction -> instruction.opcode() == opcode && List.of(attributes).contains(instruction.attribute());
    }

    /** The first instruction of a block behind another one that fits; null when there is none. */
    static Instruction behind(Instruction first, Predicate<Instruction> place) {
        List<Instruction> all = first.block().instructions();
        return all.subList(all.indexOf(first) + 1, all.size()).stream().filter(place).findFirst().orElse(null);
    }

    static boolean isBetween(Instruction first, Instruction last, Predicate<Instruction> place) {
        Instruction found = behind(first, place);
        return found != null && first.block().instructions().indexOf(found) < last.block().instructions().indexOf(last);
    }

    /** Leaves a graph as passes do when they have cut an edge. */
    static void tidy(Graph graph) {
        graph.removeUnreachableBlocks();
        TrivialPhis.remove(graph);
    }

    /** Takes an instruction out of its place and puts it in front of another. */
    static void moveBefore(Instruction instruction, Instruction place) {
        instruction.block().instructions().remove(instruction);
        Block block = place.block();
        block.insert(block.instructions().indexOf(place), instruction);
    }
}
