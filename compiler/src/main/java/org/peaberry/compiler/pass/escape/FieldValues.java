/** What a place of a vanishing object holds, as a value. */
package org.peaberry.compiler.pass.escape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.Edits;
import org.peaberry.compiler.pass.Values;

/** Goes backwards to the last write, or to where the object is made; where ways or objects meet, the values do. */
final class FieldValues {
    private record Arrival(Block block, Instruction object, ObjectPlace place) {
    }

    private final Graph graph;
    private final VirtualObjects objects;
    private final Map<Arrival, Instruction> arrivals = new HashMap<>();

    FieldValues(Graph graph, VirtualObjects objects) {
        this.graph = graph;
        this.objects = objects;
    }

    /** Tells that a read was replaced by the value it gives. */
    void replaced(Instruction read, Instruction value) {
        arrivals.replaceAll((arrival, known) -> known == read ? value : known);
    }

    /** What a read gives. */
    Instruction of(Instruction read) {
        Block block = read.block();
        return before(block, block.instructions().indexOf(read), read.operand(0), ObjectPlace.of(read));
    }

    private Instruction before(Block block, int index, Instruction object, ObjectPlace place) {
        for (int i = index - 1; i >= 0; i--) {
            Instruction instruction = block.instructions().get(i);
            if (instruction == object && object.opcode() != Opcode.PHI) {
                return zero(instruction, place);
            }
            if (ObjectPlace.isWrite(instruction) && instruction.operand(0) == object && ObjectPlace.of(instruction).equals(place)) {
                return stored(instruction, place.kind());
            }
        }
        return arriving(new Arrival(block, object, place));
    }

    private Instruction zero(Instruction behind, ObjectPlace place) {
        return zero(behind.block(), behind.block().instructions().indexOf(behind), behind, place.kind().type());
    }

    private Instruction zero(Block block, int index, Instruction like, Type type) {
        Object bits = type == Type.INT || type == Type.FLOAT ? (Object) 0 : (Object) 0L;
        Instruction zero = type == Type.REFERENCE ? graph.create(Opcode.NULL, type, null) : graph.create(Opcode.CONST, type, bits);
        return block.insert(index, zero.at(like.position()));
    }

    /** A narrow field forgets the upper bits. */
    private Instruction stored(Instruction write, MemoryKind kind) {
        Instruction value = write.operand(write.operands().size() - 1);
        return switch (kind) {
            case BOOLEAN -> Values.isBoolean(value) ? value : Edits.insertBefore(graph, write, Opcode.AND, Type.INT, null, value, Edits.constantBefore(graph, write, Type.INT, 1));
            case BYTE -> narrowed(write, Opcode.INT_TO_BYTE, value);
            case SHORT -> narrowed(write, Opcode.INT_TO_SHORT, value);
            case CHAR -> narrowed(write, Opcode.INT_TO_CHAR, value);
            default -> value;
        };
    }

    private Instruction narrowed(Instruction write, Opcode conversion, Instruction value) {
        return Edits.insertBefore(graph, write, conversion, Type.INT, null, value);
    }

    private Instruction arriving(Arrival arrival) {
        Instruction known = arrivals.get(arrival);
        if (known != null) {
            return known;
        }
        Block block = arrival.block;
        boolean isMade = arrival.object.opcode() == Opcode.PHI && arrival.object.block() == block;
        List<Block> predecessors = block.predecessors();
        if (predecessors.size() == 1 && !isMade) {
            Instruction value = atEnd(predecessors.get(0), arrival.object, arrival.place);
            arrivals.put(arrival, value);
            return value;
        }
        return merged(arrival, isMade);
    }

    /** Several edges from one block carry one value. */
    private Instruction merged(Arrival arrival, boolean isMade) {
        List<Block> predecessors = arrival.block.predecessors();
        Instruction phi = graph.create(Opcode.PHI, arrival.place.kind().type(), null).at(arrival.object.position());
        arrival.block.insert(0, phi);
        arrivals.put(arrival, phi);
        for (int edge = 0; edge < predecessors.size(); edge++) {
            Instruction object = isMade ? arrival.object.operand(edge) : arrival.object;
            int first = predecessors.indexOf(predecessors.get(edge));
            phi.addOperand(first < edge ? phi.operand(first) : atEnd(predecessors.get(edge), object, arrival.place));
        }
        return phi;
    }

    private Instruction atEnd(Block block, Instruction object, ObjectPlace place) {
        int end = block.instructions().size() - 1;
        return objects.contains(object) ? before(block, end, object, place)
                : zero(block, end, block.terminator(), place.kind().type());
    }
}
