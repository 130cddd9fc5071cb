/** Facts about values that hold from a block on down the dominator tree. */
package org.peaberry.compiler.pass.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.DominatorTree;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.ValueKey;
import org.peaberry.compiler.pass.Values;
import org.peaberry.compiler.world.ClassInfo;

/** Blocks are entered in preorder of the dominator tree, so a fact found in a block holds for what is visited later and dominated by it. */
public final class Facts {
    /** left condition right. */
    private record Relation(Object left, Condition condition, Object right) {
    }

    /** The value is null or an instance of the type. */
    private record OfType(Instruction value, ClassInfo type) {
    }

    private final DominatorTree dominators;
    private final Nullness nullness;
    private final Instruction receiver;
    private final Map<Object, List<Block>> facts = new HashMap<>();
    private final Map<Object, List<Relation>> relationsOf = new HashMap<>();

    Facts(Graph graph, DominatorTree dominators, Nullness nullness) {
        this.dominators = dominators;
        this.nullness = nullness;
        receiver = receiver(graph);
    }

    /** The facts that the branches and checks of a graph tell, all of them. */
    public static Facts ofChecks(Graph graph, DominatorTree dominators, Nullness nullness) {
        Facts facts = new Facts(graph, dominators, nullness);
        for (Block block : dominators.preorder()) {
            facts.enter(block);
            for (Instruction instruction : block.instructions()) {
                switch (instruction.opcode()) {
                    case NULL_CHECK, BOUNDS_CHECK, ZERO_CHECK, CHECK_CAST -> facts.addAfter(instruction);
                    default -> { }
                }
            }
        }
        return facts;
    }

    /** The receiver of an instance method, which is never null. */
    private static Instruction receiver(Graph graph) {
        if (graph.method() == null || graph.method().isStatic()) {
            return null;
        }
        for (Instruction instruction : graph.entry().instructions()) {
            if (instruction.opcode() == Opcode.PARAMETER && instruction.attribute(Integer.class) == 0) {
                return instruction;
            }
        }
        return null;
    }

    // ---- Finding facts.

    /** Adds what the only way into a block tells. */
    void enter(Block block) {
        if (block.predecessors().size() != 1) {
            return;
        }
        Block before = block.predecessors().get(0);
        Instruction branch = before.terminator();
        if (branch.opcode() == Opcode.BRANCH && before.successors().get(0) != before.successors().get(1) && before.handler() != block) {
            boolean taken = before.successors().get(0) == block;
            Condition condition = branch.attribute(Condition.class);
            addRelation(branch.operand(0), taken ? condition : condition.negated(), branch.operand(1), block);
        }
    }

    private void addRelation(Instruction left, Condition condition, Instruction right, Block from) {
        add(new Relation(ValueKey.identity(left), condition, ValueKey.identity(right)), from);
        add(new Relation(ValueKey.identity(right), condition.swapped(), ValueKey.identity(left)), from);
        boolean isTest = left.opcode() == Opcode.INSTANCE_OF && right.isConstant() && right.constantValue() == 0;
        if (isTest && condition == Condition.NOT_EQUAL) {
            add(new OfType(left.operand(0), left.attribute(ClassInfo.class)), from);
            addNonNull(left.operand(0), from);
        }
    }

    /** Adds what holds after a check has passed; in a block with a handler that is what comes behind it. */
    void addAfter(Instruction check) {
        Block from = check.block();
        if (from.handler() != null) {
            from = from.successors().get(0);
            if (from.predecessors().size() != 1) {
                return;
            }
        }
        switch (check.opcode()) {
            case NULL_CHECK -> addNonNull(check.operand(0), from);
            case ZERO_CHECK -> add(check.operand(0), from);
            case CHECK_CAST -> add(new OfType(check.operand(0), check.attribute(ClassInfo.class)), from);
            default -> add(new Relation(ValueKey.identity(check.operand(0)), Condition.BELOW_UNSIGNED, ValueKey.identity(check.operand(1))), from);
        }
    }

    void addNonNull(Instruction value, Block from) {
        add(new Relation(value, Condition.NOT_EQUAL, Opcode.NULL), from);
    }

    private void add(Object fact, Block from) {
        List<Block> places = facts.computeIfAbsent(fact, f -> new ArrayList<>(1));
        if (places.isEmpty() && fact instanceof Relation relation) {
            relationsOf.computeIfAbsent(relation.left(), l -> new ArrayList<>(1)).add(relation);
        }
        places.add(from);
    }

    // ---- Asking.

    private boolean holds(Object fact, Block at) {
        for (Block from : facts.getOrDefault(fact, List.of())) {
            if (dominators.dominates(from, at)) {
                return true;
            }
        }
        return false;
    }

    public boolean holds(Instruction left, Condition condition, Instruction right, Block at) {
        return holds(new Relation(ValueKey.identity(left), condition, ValueKey.identity(right)), at);
    }

    public boolean isNonNull(Instruction value, Block at) {
        if (value == receiver || Values.isNeverNull(value) || nullness.isNeverNull(value) || holds(new Relation(value, Condition.NOT_EQUAL, Opcode.NULL), at)) {
            return true;
        }
        return value.opcode() == Opcode.CHECK_CAST && isNonNull(value.operand(0), at);
    }

    /** Whether a check has found that it is not zero. */
    boolean isNonZero(Instruction value, Block at) {
        Object zero = value.type() == Type.INT ? List.of(Type.INT, 0) : List.of(Type.LONG, 0L);
        return holds((Object) value, at) || holds(new Relation(value, Condition.NOT_EQUAL, zero), at);
    }

    /** Whether the value is null or an instance. */
    boolean isInstance(Instruction value, ClassInfo type, Block at) {
        return holds(new OfType(value, type), at);
    }

    /** The part of a range in which a value is, as comparisons with constants tell. */
    Range narrow(Instruction value, Range range, Block at) {
        Range narrowed = range;
        for (Relation relation : relationsOf.getOrDefault(value, List.of())) {
            Long bound = bound(relation);
            if (bound != null && holds((Object) relation, at)) {
                narrowed = narrowed.where(relation.condition(), bound);
            }
        }
        return narrowed;
    }

    /** The constant on the right, or one that is no less than what stands there unsigned; null when there is none. */
    private static Long bound(Relation relation) {
        if (relation.right() instanceof List<?> parts && parts.get(1) instanceof Number number) {
            return number.longValue();
        }
        boolean isLength = relation.right() instanceof Instruction right && right.opcode() == Opcode.ARRAY_LENGTH;
        return isLength && relation.condition() == Condition.BELOW_UNSIGNED ? Long.valueOf(Integer.MAX_VALUE) : null;
    }

    /** Whether a comparison tells that the INT is not the greatest one. */
    boolean isBelowSomething(Instruction phi, Block at) {
        return relationsOf.getOrDefault(phi, List.of()).stream().anyMatch(relation -> bounds(relation) && holds((Object) relation, at));
    }

    /** Whether the relation tells that its left side is below the greatest int, so that one can be added. */
    private static boolean bounds(Relation relation) {
        boolean unsignedBound = relation.condition() == Condition.BELOW_UNSIGNED && relation.right() instanceof Instruction right
                && Values.isNeverNegative(right);
        return relation.condition() == Condition.LESS || unsignedBound;
    }
}
