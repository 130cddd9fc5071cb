/** Computes what is constant, applies algebraic identities, and decides branches whose outcome is known. */
package org.peaberry.compiler.pass.value;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.TrivialPhis;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.Edits;
import org.peaberry.compiler.pass.Pass;
import org.peaberry.compiler.pass.Values;

/** Works from a list: whoever uses what was replaced is looked at again. Decided branches leave blocks that may be unreachable. */
public final class ConstantFolding implements Pass {
    @Override
    public void run(Graph graph) {
        new Folding(graph).run();
        graph.removeUnreachableBlocks();
        TrivialPhis.remove(graph);
    }

    private static final class Folding {
        private final Graph graph;
        private final Deque<Instruction> work = new ArrayDeque<>();
        private final BitSet queued = new BitSet();

        Folding(Graph graph) {
            this.graph = graph;
        }

        void run() {
            for (Block block : graph.reversePostorder()) {
                block.instructions().forEach(this::enqueue);
            }
            while (!work.isEmpty()) {
                Instruction next = work.poll();
                queued.clear(next.id());
                if (next.block() != null) {
                    fold(next);
                }
            }
        }

        private void enqueue(Instruction instruction) {
            if (!queued.get(instruction.id())) {
                queued.set(instruction.id());
                work.add(instruction);
            }
        }

        private void fold(Instruction instruction) {
            switch (instruction.opcode()) {
                case CONST, NULL, OBJECT, PARAMETER -> { }
                case BRANCH -> foldBranch(instruction);
                case SWITCH -> foldSwitch(instruction);
                case ZERO_CHECK -> removeIf(instruction, instruction.operand(0).isConstant() && instruction.operand(0).constantValue() != 0);
                case BOUNDS_CHECK -> removeIf(instruction, isInside(instruction.operand(0), instruction.operand(1)));
                default -> foldValue(instruction);
            }
        }

        private void removeIf(Instruction check, boolean passes) {
            if (passes) {
                Edits.remove(check);
            }
        }

        private static boolean isInside(Instruction index, Instruction length) {
            return index.isConstant() && length.isConstant()
                    && Integer.compareUnsigned((int) index.constantValue(), (int) length.constantValue()) < 0 && length.constantValue() >= 0;
        }

        private void foldValue(Instruction instruction) {
            if (!instruction.opcode().isPure() || instruction.opcode() == Opcode.PHI) {
                return;
            }
            Long value = Arithmetic.evaluate(instruction);
            Instruction replacement = value != null ? Edits.constantBefore(graph, instruction, instruction.type(), value)
                    : Identities.simplify(graph, instruction);
            if (replacement != null && replacement != instruction) {
                new ArrayList<>(instruction.users()).forEach(this::enqueue);
                enqueue(replacement);
                replacement.operands().forEach(this::enqueue);
                Edits.replace(instruction, replacement);
            }
        }

        private void foldBranch(Instruction branch) {
            Boolean outcome = outcome(branch);
            if (outcome != null) {
                Edits.jumpAlong(graph, branch.block(), outcome ? 0 : 1);
                return;
            }
            Instruction direct = Identities.directBranch(graph, branch);
            if (direct != null) {
                Edits.replaceTerminator(graph, branch.block(), direct);
                enqueue(direct);
            }
        }

        private static Boolean outcome(Instruction branch) {
            Instruction left = branch.operand(0);
            Instruction right = branch.operand(1);
            Condition condition = branch.attribute(Condition.class);
            if (left == right) {
                return Arithmetic.holds(condition, 0, 0);
            }
            if (left.isConstant() && right.isConstant()) {
                return Arithmetic.holds(condition, left.constantValue(), right.constantValue());
            }
            Boolean same = left.type() == Type.REFERENCE ? Values.isSame(left, right) : null;
            return same == null ? null : Boolean.valueOf(same == (condition == Condition.EQUAL));
        }

        private void foldSwitch(Instruction selection) {
            if (!selection.operand(0).isConstant()) {
                return;
            }
            int found = Arrays.binarySearch(selection.attribute(int[].class), (int) selection.operand(0).constantValue());
            Edits.jumpAlong(graph, selection.block(), found >= 0 ? found : selection.block().successors().size() - 1);
        }
    }
}
