/** Small changes of graphs that several passes make. */
package org.peaberry.compiler.pass;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;

public final class Edits {
    private Edits() {
    }

    /** Removes an instruction without users; a block that cannot throw any more loses its handler. */
    public static void remove(Instruction instruction) {
        if (instruction.opcode().mayThrow()) {
            instruction.block().setHandler(null);
        }
        instruction.remove();
    }

    /** Makes users use another value, and removes the instruction. */
    public static void replace(Instruction instruction, Instruction value) {
        instruction.replaceUsesWith(value);
        remove(instruction);
    }

    /** Puts a new instruction in front of another, at its position. */
    public static Instruction insertBefore(Graph graph, Instruction place, Opcode opcode, Type type, Object attribute, Instruction... operands) {
        return placeBefore(place, graph.create(opcode, type, attribute, operands));
    }

    /** Puts an instruction in front of another, at its position. */
    public static Instruction placeBefore(Instruction place, Instruction made) {
        Block block = place.block();
        return block.insert(block.instructions().indexOf(place), made.at(place.position()));
    }

    public static Instruction constantBefore(Graph graph, Instruction place, Type type, long value) {
        Object attribute = type == Type.INT || type == Type.FLOAT ? (Object) (int) value : (Object) value;
        return insertBefore(graph, place, Opcode.CONST, type, attribute);
    }

    /** Replaces a terminator by a jump along one of its edges. */
    public static void jumpAlong(Graph graph, Block block, int kept) {
        for (int i = block.successors().size() - 1; i >= 0; i--) {
            if (i != kept) {
                block.removeSuccessor(i);
            }
        }
        replaceTerminator(graph, block, graph.create(Opcode.GOTO, Type.VOID, null));
    }

    /** Replaces the terminator, edges unchanged. */
    public static void replaceTerminator(Graph graph, Block block, Instruction terminator) {
        Instruction old = block.terminator();
        terminator.at(old.position());
        old.remove();
        block.append(terminator);
    }

    /** Copies an instruction without operands or edges. */
    public static Instruction copy(Graph graph, Instruction original) {
        return graph.create(original.opcode(), original.type(), original.attribute()).at(original.position());
    }
}
