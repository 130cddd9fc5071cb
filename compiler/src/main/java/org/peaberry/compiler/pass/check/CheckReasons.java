/** Why checks are left in a graph: the facts that {@link CheckElimination} would have needed. */
package org.peaberry.compiler.pass.check;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.explain.Kept;
import org.peaberry.compiler.explain.ValueText;
import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.DominatorTree;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.type.StaticTypes;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.World;

/** Asks the same questions of the finished graph, in the same order, and tells the answers instead of acting on them. */
public final class CheckReasons {
    private final Facts facts;
    private final Ranges ranges;
    private final StaticTypes types;
    private final World world;
    private final DominatorTree dominators;
    private final List<Kept> kept = new ArrayList<>();

    private CheckReasons(Graph graph, World world, Nullness nullness) {
        this.world = world;
        dominators = new DominatorTree(graph);
        facts = new Facts(graph, dominators, nullness);
        ranges = new Ranges(facts);
        types = new StaticTypes(world);
    }

    public static List<Kept> of(Graph graph, World world, Nullness nullness) {
        CheckReasons reasons = new CheckReasons(graph, world, nullness);
        for (Block block : reasons.dominators.preorder()) {
            reasons.facts.enter(block);
            block.instructions().forEach(reasons::visit);
        }
        return reasons.kept;
    }

    private void visit(Instruction check) {
        switch (check.opcode()) {
            case NULL_CHECK -> add(check, "null check of " + text(check, 0), nullReason(check.operand(0)));
            case BOUNDS_CHECK -> add(check, "bounds check of index " + text(check, 0), boundsReason(check));
            case ZERO_CHECK -> add(check, "division check of " + text(check, 0), "its values are " + range(check.operand(0), check.block()) + ", and nothing tells that it is not 0");
            case CHECK_CAST -> add(check, "cast of " + text(check, 0) + " to " + ValueText.className(check.attribute(ClassInfo.class)), typeReason(check));
            case STORE_CHECK -> add(check, "store check of " + text(check, 1) + " into " + text(check, 0), storeReason(check));
            default -> {
                return;
            }
        }
        if (check.opcode() != Opcode.STORE_CHECK) {
            facts.addAfter(check);
        }
    }

    private void add(Instruction check, String what, String why) {
        kept.add(new Kept(check.position(), check.opcode(), what, why));
    }

    private static String text(Instruction check, int operand) {
        return ValueText.of(check.operand(operand), check.position());
    }

    private static String nullReason(Instruction value) {
        return switch (value.opcode()) {
            case PARAMETER -> "it is a parameter, and some caller may pass null";
            case GET_FIELD, GET_STATIC -> "field " + value.attribute(FieldInfo.class) + " may be null: something stores what may be null, or a constructor lets the object be seen before it is set";
            case CALL -> "the result may be null: some method that is called returns what may be null";
            case ARRAY_LOAD -> "elements of arrays may be null: a new array is full of it";
            case PHI -> "it is null, or may be, on one of the ways that lead here";
            case NULL -> "it is null: the check always fails";
            default -> "nothing tells that it is not null";
        };
    }

    private String boundsReason(Instruction check) {
        Instruction index = check.operand(0);
        Instruction length = check.operand(1);
        Range range = ranges.of(index, check.block());
        String lower = range.isNeverNegative() ? "" : "no lower bound is known: nothing tells that it is not negative";
        boolean isBelow = facts.holds(index, org.peaberry.compiler.ir.Condition.LESS, length, check.block());
        String upper = isBelow ? "" : "no comparison with the length " + text(check, 1) + " (" + range(length, check.block()) + ") comes before";
        String and = lower.isEmpty() || upper.isEmpty() ? "" : "; ";
        String values = range.least() == range.greatest() ? "it is " + range.least() : "its values are " + range(index, check.block());
        return values + ": " + lower + and + upper;
    }

    private String range(Instruction value, Block at) {
        Range range = ranges.of(value, at);
        return range.equals(Range.of(value.type())) ? "any " + (value.type() == Type.INT ? "int" : "long") : range.least() + ".." + range.greatest();
    }

    private String typeReason(Instruction cast) {
        ClassInfo known = types.declaredType(cast.operand(0));
        ClassInfo wanted = cast.attribute(ClassInfo.class);
        return known == null ? "nothing tells its class" : "it is known to be a " + ValueText.className(known) + ", and the program has such that are no " + ValueText.className(wanted);
    }

    private String storeReason(Instruction check) {
        ClassInfo array = types.declaredType(check.operand(0));
        if (array == null || !array.isArray()) {
            return "nothing tells the class of the array";
        }
        if (!world.isLeaf(array) && check.operand(0).opcode() != Opcode.NEW_ARRAY) {
            return "it is known to be a " + ValueText.className(array) + ", and the program has arrays of subclasses, which could not hold it";
        }
        return "nothing tells that the value is a " + ValueText.className(array.component());
    }
}
