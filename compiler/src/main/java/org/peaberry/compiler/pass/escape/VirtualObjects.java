/** Finds the objects of a graph that nobody outside can see, and the phis that merge them. */
package org.peaberry.compiler.pass.escape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.type.StaticTypes;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.World;

/** All objects and the phis over nothing but them are taken to be such until one of their uses shows that they are not. */
final class VirtualObjects {
    /** Longer arrays stay in memory. */
    private static final int LONGEST_ARRAY = 16;

    private final Map<Instruction, ClassInfo> classes = new LinkedHashMap<>();
    private final Set<FieldInfo> readFields = new HashSet<>();
    private final HarmlessUses uses;

    private VirtualObjects(World world) {
        uses = new HarmlessUses(this, new StaticTypes(world));
    }

    static VirtualObjects of(Graph graph, World world) {
        VirtualObjects objects = new VirtualObjects(world);
        objects.addAllocations(graph);
        if (!objects.isEmpty()) {
            objects.addPhis(graph);
            objects.noteReads();
            objects.removeEscaping();
        }
        return objects;
    }

    private void addAllocations(Graph graph) {
        for (Block block : graph.blocks()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction.opcode() == Opcode.NEW || instruction.opcode() == Opcode.NEW_ARRAY && isShort(instruction.operand(0))) {
                    classes.put(instruction, instruction.attribute(ClassInfo.class));
                }
            }
        }
    }

    private static boolean isShort(Instruction length) {
        return length.isConstant() && length.constantValue() >= 0 && length.constantValue() <= LONGEST_ARRAY;
    }

    /** Each phi that gets an object so far; what else it gets is looked at later. */
    private void addPhis(Graph graph) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Block block : graph.blocks()) {
                for (Instruction phi : block.phis()) {
                    ClassInfo type = phi.type() == Type.REFERENCE && !contains(phi) ? mergedClass(phi) : null;
                    changed |= type != null && classes.put(phi, type) == null;
                }
            }
        }
    }

    private ClassInfo mergedClass(Instruction phi) {
        return phi.operands().stream().filter(this::contains).map(this::classOf).findFirst().orElse(null);
    }

    private void noteReads() {
        for (Instruction object : classes.keySet()) {
            object.users().stream().filter(user -> user.opcode() == Opcode.GET_FIELD).forEach(user -> readFields.add(user.attribute(FieldInfo.class)));
        }
    }

    private void removeEscaping() {
        boolean changed = true;
        while (changed) {
            changed = false;
            Map<Block, Set<Instruction>> live = ObjectLiveness.of(all());
            for (Instruction object : all()) {
                if (!isUnseen(object, live)) {
                    classes.remove(object);
                    changed = true;
                }
            }
        }
    }

    private boolean isUnseen(Instruction object, Map<Block, Set<Instruction>> live) {
        boolean isWhole = object.opcode() != Opcode.PHI || mergesOnlyObjects(object, live.getOrDefault(object.block(), Set.of()));
        return isWhole && object.users().stream().allMatch(user -> uses.isHarmless(object, user));
    }

    /** The merged objects must be gone behind the phi, or one object would have two names. */
    private boolean mergesOnlyObjects(Instruction phi, Set<Instruction> liveBehind) {
        for (Instruction operand : phi.operands()) {
            boolean isObject = contains(operand) && classOf(operand) == classOf(phi) && (operand == phi || !liveBehind.contains(operand))
                    && !isMergedTwice(phi, operand);
            if (!isObject && !isNeverCaught(operand)) {
                return false;
            }
        }
        return hasSameLength(phi);
    }

    private boolean isMergedTwice(Instruction phi, Instruction operand) {
        return operand != phi && phi.block().phis().stream().anyMatch(other -> other != phi && contains(other) && sharesEdge(phi, other, operand));
    }

    private static boolean sharesEdge(Instruction phi, Instruction other, Instruction operand) {
        for (int i = 0; i < phi.operands().size(); i++) {
            if (phi.operand(i) == operand && other.operand(i) == operand) {
                return true;
            }
        }
        return false;
    }

    private boolean hasSameLength(Instruction phi) {
        if (!classOf(phi).isArray()) {
            return true;
        }
        return phi.operands().stream().filter(o -> o != phi && contains(o)).map(this::length).distinct().count() == 1;
    }

    /** The exception of a handler that only failing allocations of vanishing objects lead to. */
    boolean isNeverCaught(Instruction value) {
        return value.opcode() == Opcode.EXCEPTION && value.block().predecessors().stream().allMatch(block -> vanishes(throwing(block)));
    }

    private static Instruction throwing(Block block) {
        List<Instruction> instructions = block.instructions();
        return instructions.get(Math.max(0, instructions.size() - 2));
    }

    private boolean vanishes(Instruction throwing) {
        return switch (throwing.opcode()) {
            case NEW, NEW_ARRAY -> contains(throwing);
            case NULL_CHECK -> contains(throwing.operand(0));
            case CALL -> throwing.operands().size() == 1 && contains(throwing.operand(0));
            default -> false;
        };
    }

    boolean isEmpty() {
        return classes.isEmpty();
    }

    boolean contains(Instruction value) {
        return classes.containsKey(value);
    }

    boolean isRead(FieldInfo field) {
        return readFields.contains(field);
    }

    /** The class of an object, exactly. */
    ClassInfo classOf(Instruction object) {
        return classes.get(object);
    }

    /** Elements of an array; -1 when it is not known. */
    int length(Instruction array) {
        return length(array, new HashMap<>());
    }

    private int length(Instruction array, Map<Instruction, Integer> seen) {
        if (array.opcode() != Opcode.PHI) {
            return array.opcode() == Opcode.NEW_ARRAY ? (int) array.operand(0).constantValue() : -1;
        }
        if (seen.put(array, 0) != null) {
            return -1;
        }
        return array.operands().stream().filter(this::contains).mapToInt(o -> length(o, seen)).filter(l -> l >= 0).findFirst().orElse(-1);
    }

    List<Instruction> all() {
        return new ArrayList<>(classes.keySet());
    }
}
