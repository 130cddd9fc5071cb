/** Collects where the references of one method flow to, but for those that a check or a branch shows not to be null. */
package org.peaberry.compiler.pass.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.DominatorTree;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.MethodInfo;

final class NullFlows {
    private final ClosedWorld world;
    private final NullFlowGraph flows;
    private final MethodInfo method;
    private final DominatorTree dominators;
    private final Facts facts;

    NullFlows(ClosedWorld world, NullFlowGraph flows, MethodInfo method) {
        this.world = world;
        this.flows = flows;
        this.method = method;
        Graph graph = method.graph();
        dominators = new DominatorTree(graph);
        facts = new Facts(graph, dominators, Nullness.UNKNOWN);
    }

    /** Facts are found on the way down the dominator tree, each before what it holds for is looked at. */
    void collect() {
        for (Block block : dominators.preorder()) {
            facts.enter(block);
            for (Instruction instruction : block.instructions()) {
                visit(instruction);
            }
        }
    }

    private void visit(Instruction instruction) {
        switch (instruction.opcode()) {
            case NULL_CHECK -> facts.addAfter(instruction);
            case CALL -> visitCall(instruction);
            case PUT_FIELD, PUT_STATIC -> flow(last(instruction), instruction.block(), instruction.attribute(FieldInfo.class));
            case RETURN -> {
                if (!instruction.operands().isEmpty()) {
                    flow(instruction.operand(0), instruction.block(), new Nullness.Result(method));
                }
            }
            case NEW -> visitNew(instruction);
            default -> { }
        }
    }

    private static Instruction last(Instruction instruction) {
        return instruction.operand(instruction.operands().size() - 1);
    }

    private void visitCall(Instruction call) {
        List<MethodInfo> targets = Nullness.targets(world, call.attribute(Invocation.class));
        for (int i = 0; i < call.operands().size(); i++) {
            for (MethodInfo target : targets) {
                if (target.graph() != null && (i > 0 || target.isStatic())) {
                    flow(call.operand(i), call.block(), new Nullness.Parameter(target, i));
                }
            }
        }
    }

    /** An object that is not given to a constructor here keeps the nulls that it is made of. */
    private void visitNew(Instruction made) {
        boolean isConstructed = made.users().stream().anyMatch(user -> user.opcode() == Opcode.CALL && user.operand(0) == made
                && user.attribute(Invocation.class).method().isConstructor());
        if (!isConstructed) {
            NullSources.referenceFields(made.attribute(ClassInfo.class)).forEach(flows::markNullable);
        }
    }

    private void flow(Instruction value, Block at, Object place) {
        if (value.type() == Type.REFERENCE) {
            flow(value, at, place, new HashSet<>());
        }
    }

    private void flow(Instruction value, Block at, Object place, Set<Instruction> seen) {
        if (facts.isNonNull(value, at) || !seen.add(value)) {
            return;
        }
        switch (value.opcode()) {
            case PHI -> {
                for (int i = 0; i < value.operands().size(); i++) {
                    flow(value.operand(i), value.block().predecessors().get(i), place, seen);
                }
            }
            case CHECK_CAST -> flow(value.operand(0), at, place, seen);
            case PARAMETER -> flows.add(new Nullness.Parameter(method, value.attribute(Integer.class)), place);
            case GET_FIELD, GET_STATIC -> flows.add(value.attribute(FieldInfo.class), place);
            case CALL -> flowFromCall(value.attribute(Invocation.class), place);
            default -> flows.markNullable(place);
        }
    }

    private void flowFromCall(Invocation call, Object place) {
        for (MethodInfo target : Nullness.targets(world, call)) {
            if (target.graph() == null) {
                flows.markNullable(place);
            } else {
                flows.add(new Nullness.Result(target), place);
            }
        }
    }
}
