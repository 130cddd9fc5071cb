/** Fields that only ever hold arrays of one length, which is known when the program is compiled. */
package org.peaberry.compiler.pass.check;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.heap.HeapScan;
import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.Edits;
import org.peaberry.compiler.pass.Pass;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.MethodInfo;

/** Null does not count: whoever asks for a length has checked for it. */
public final class FieldArrayLengths implements Pass {
    /** A length for which there is no constant. */
    private static final int DIFFERENT = -1;

    private final Map<FieldInfo, Integer> lengths = new HashMap<>();

    private FieldArrayLengths() {
    }

    /** Knows of no field. */
    public static FieldArrayLengths none() {
        return new FieldArrayLengths();
    }

    /** Knows of these fields, as if it had looked at a program. */
    public static FieldArrayLengths of(Map<FieldInfo, Integer> lengths) {
        FieldArrayLengths all = new FieldArrayLengths();
        all.lengths.putAll(lengths);
        return all;
    }

    /** Looks at every store in the methods' graphs, and at the image. */
    public static FieldArrayLengths of(ClosedWorld world) {
        FieldArrayLengths all = new FieldArrayLengths();
        for (MethodInfo method : world.methods()) {
            for (Block block : method.graph().blocks()) {
                block.instructions().forEach(all::addStore);
            }
        }
        all.addImage(world);
        all.addMadeByCompiler(world);
        return all;
    }

    private void addStore(Instruction instruction) {
        if (instruction.opcode() == Opcode.PUT_FIELD || instruction.opcode() == Opcode.PUT_STATIC) {
            FieldInfo field = instruction.attribute(FieldInfo.class);
            Instruction value = instruction.operand(instruction.operands().size() - 1);
            if (field.type().isArray() && value.opcode() != Opcode.NULL) {
                add(field, lengthOf(value));
            }
        }
    }

    private static int lengthOf(Instruction array) {
        boolean isKnown = array.opcode() == Opcode.NEW_ARRAY && array.operand(0).isConstant();
        return isKnown ? (int) array.operand(0).constantValue() : DIFFERENT;
    }

    private void add(FieldInfo field, int length) {
        lengths.merge(field, length, (one, other) -> one.equals(other) ? one : DIFFERENT);
    }

    private void addImage(ClosedWorld world) {
        HeapScan heap = world.heap();
        for (Object object : new ArrayList<>(heap.objects())) {
            for (FieldInfo field : NullSources.referenceFields(heap.typeOfObject(object))) {
                if (field.type().isArray() && world.isRead(field)) {
                    addValue(field, heap.imageObject(heap.host().fieldValue(field, object)));
                }
            }
        }
        for (FieldInfo field : world.staticFields()) {
            if (field.type().isArray()) {
                addValue(field, heap.imageObject(heap.staticValue(field)));
            }
        }
    }

    /** What the compiler makes without the host has arrays of any length. */
    private void addMadeByCompiler(ClosedWorld world) {
        for (String name : NullSources.MADE_BY_COMPILER) {
            NullSources.referenceFields(world.classNamed(name)).forEach(field -> add(field, DIFFERENT));
        }
    }

    /** @throws IllegalStateException when an image object that came later has an array of another length: an error of the compiler */
    public void checkImage(ClosedWorld world) {
        FieldArrayLengths now = new FieldArrayLengths();
        now.lengths.putAll(lengths);
        now.addImage(world);
        lengths.forEach((field, length) -> {
            if (!now.lengths.get(field).equals(length)) {
                throw new IllegalStateException("all arrays in " + field + " were taken to have length " + length + ", but an object of the image has another one");
            }
        });
    }

    private void addValue(FieldInfo field, Object value) {
        if (value != null) {
            add(field, Array.getLength(value));
        }
    }

    @Override
    public void run(Graph graph) {
        for (Block block : graph.blocks()) {
            for (Instruction instruction : List.copyOf(block.instructions())) {
                if (instruction.opcode() == Opcode.ARRAY_LENGTH) {
                    visit(graph, instruction, instruction.operand(0));
                }
            }
        }
    }

    private void visit(Graph graph, Instruction read, Instruction array) {
        if (array.opcode() == Opcode.GET_FIELD || array.opcode() == Opcode.GET_STATIC) {
            int length = lengths.getOrDefault(array.attribute(FieldInfo.class), DIFFERENT);
            if (length >= 0) {
                Edits.replace(read, Edits.constantBefore(graph, read, Type.INT, length));
            }
        }
    }
}
