/** Passes that send control elsewhere, or a value along the wrong edge. */
package org.peaberry.compiler.pass.mutation;

import static org.peaberry.compiler.pass.mutation.Mutant.Killer.EXECUTION;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.DominatorTree;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Loops;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.Edits;

final class FlowMutants {
    private static final Predicate<Instruction> EQUALITY = Places.hasAttribute(Opcode.BRANCH, Condition.EQUAL, Condition.NOT_EQUAL);

    private FlowMutants() {
    }

    static List<Mutant> all() {
        return List.of(
                new Mutant("a branch is inverted", "ControlFlowSimplification", Places.first(EQUALITY, (graph, branch) -> invert(branch)), EXECUTION),
                new Mutant("the copies of an unswitched loop are exchanged", "LoopUnswitching", Places.first(EQUALITY, (graph, branch) -> invert(branch)), EXECUTION),
                new Mutant("a branch is decided for the other way", "ConditionalConstantPropagation", Places.first(EQUALITY, FlowMutants::decide), EXECUTION),
                new Mutant("a switch looks for the next key", "ConstantFolding", Places.first(Places.is(Opcode.SWITCH), FlowMutants::shiftKeys), EXECUTION),
                new Mutant("the move of a phi's input is lost", "ControlFlowSimplification",
                        Places.first(FlowMutants::mergesEntryValues, (graph, phi) -> phi.setOperand(1, phi.operand(0))), EXECUTION),
                new Mutant("the inputs of a phi are exchanged", "ControlFlowSimplification", Places.first(FlowMutants::mergesEntryValues, FlowMutants::exchange), EXECUTION),
                new Mutant("a handler is lost", "LocalThrows", Places.first(i -> i.opcode().mayThrow() && i.block().handler() != null, FlowMutants::dropHandler), EXECUTION),
                new Mutant("a virtual call goes to the declared method", "Devirtualization",
                        Places.first(FlowMutants::isVirtual, (graph, call) -> call.setAttribute(direct(call))), EXECUTION),
                new Mutant("the copy of a split loop runs once too often", "LoopSplitting", FlowMutants::runOnceMore, EXECUTION),
                new Mutant("a loop is unrolled once too often", "LoopPreheaders", FlowMutants::countOneMore, EXECUTION));
    }

    private static void invert(Instruction branch) {
        branch.setAttribute(branch.attribute(Condition.class).negated());
    }

    private static void decide(Graph graph, Instruction branch) {
        Edits.jumpAlong(graph, branch.block(), 1);
        Places.tidy(graph);
    }

    private static void shiftKeys(Graph graph, Instruction selection) {
        selection.setAttribute(Arrays.stream(selection.attribute(int[].class)).map(key -> key + 1).toArray());
    }

    private static boolean mergesEntryValues(Instruction phi) {
        return phi.opcode() == Opcode.PHI && phi.operands().size() == 2 && phi.operand(0) != phi.operand(1)
                && phi.operands().stream().allMatch(o -> o.block().predecessors().isEmpty());
    }

    private static void exchange(Graph graph, Instruction phi) {
        Instruction first = phi.operand(0);
        phi.setOperand(0, phi.operand(1));
        phi.setOperand(1, first);
    }

    private static void dropHandler(Graph graph, Instruction throwing) {
        throwing.block().setHandler(null);
        Places.tidy(graph);
    }

    private static boolean isVirtual(Instruction call) {
        return call.opcode() == Opcode.CALL && call.attribute(Invocation.class).kind() == Invocation.Kind.VIRTUAL && !call.attribute(Invocation.class).method().isAbstract();
    }

    private static Invocation direct(Instruction call) {
        return new Invocation(Invocation.Kind.DIRECT, call.attribute(Invocation.class).method());
    }

    /** Of every loop that runs while an index is less. */
    private static boolean runOnceMore(Graph graph) {
        List<Instruction> ends = loopEnds(graph);
        ends.forEach(end -> end.setAttribute(end.attribute() == Condition.LESS ? Condition.LESS_OR_EQUAL : Condition.GREATER));
        return !ends.isEmpty();
    }

    private static boolean countOneMore(Graph graph) {
        List<Instruction> ends = loopEnds(graph);
        ends.removeIf(end -> !end.operand(1).isConstant());
        for (Instruction end : ends) {
            end.setOperand(1, Edits.constantBefore(graph, end, Type.INT, end.operand(1).constantValue() + 1));
        }
        return !ends.isEmpty();
    }

    /** Branches that end a loop when an index is no less than something. */
    private static List<Instruction> loopEnds(Graph graph) {
        Loops loops = new Loops(graph, new DominatorTree(graph));
        return new ArrayList<>(Places.all(graph).stream().filter(Places.hasAttribute(Opcode.BRANCH, Condition.LESS, Condition.GREATER_OR_EQUAL))
                .filter(branch -> loops.headers().contains(branch.block()) && branch.operand(0).opcode() == Opcode.PHI).toList());
    }
}
