/** Removes checks that an earlier check, a branch or the value itself makes needless. */
package org.peaberry.compiler.pass.check;

import java.util.List;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.DominatorTree;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.TrivialPhis;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.Edits;
import org.peaberry.compiler.pass.Pass;
import org.peaberry.compiler.pass.type.StaticTypes;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.World;

/** Walks down the dominator tree with the facts that hold; a branch tells something about what only it leads to. */
public final class CheckElimination implements Pass {
    private final World world;
    private final Nullness nullness;

    public CheckElimination(World world, Nullness nullness) {
        this.world = world;
        this.nullness = nullness;
    }

    @Override
    public void run(Graph graph) {
        new Elimination(graph).run();
        graph.removeUnreachableBlocks();
        TrivialPhis.remove(graph);
    }

    private final class Elimination {
        private final Graph graph;
        private final DominatorTree dominators;
        private final Facts facts;
        private final Proofs proofs;
        private final StaticTypes types = new StaticTypes(world);

        Elimination(Graph graph) {
            this.graph = graph;
            dominators = new DominatorTree(graph);
            facts = new Facts(graph, dominators, nullness);
            proofs = new Proofs(facts);
        }

        void run() {
            for (Block block : dominators.preorder()) {
                facts.enter(block);
                for (Instruction instruction : List.copyOf(block.instructions())) {
                    visit(instruction);
                }
                decide(block);
            }
        }

        private void visit(Instruction instruction) {
            switch (instruction.opcode()) {
                case NULL_CHECK -> {
                    if (facts.isNonNull(instruction.operand(0), instruction.block())) {
                        Edits.remove(instruction);
                    } else {
                        facts.addAfter(instruction);
                    }
                }
                case BOUNDS_CHECK, ZERO_CHECK -> {
                    if (proofs.passes(instruction)) {
                        Edits.remove(instruction);
                    } else {
                        facts.addAfter(instruction);
                    }
                }
                case CHECK_CAST -> visitCast(instruction);
                case STORE_CHECK -> visitStoreCheck(instruction);
                case INSTANCE_OF -> visitTypeTest(instruction);
                default -> { }
            }
        }

        private void visitCast(Instruction cast) {
            Instruction value = cast.operand(0);
            ClassInfo type = cast.attribute(ClassInfo.class);
            if (types.isInstance(value, type) || facts.isInstance(value, type, cast.block())) {
                Edits.replace(cast, value);
            } else {
                facts.addAfter(cast);
            }
        }

        /** Nothing that is not of the static element type can be stored, and no array of a subtype exists. */
        private void visitStoreCheck(Instruction check) {
            Instruction array = check.operand(0);
            ClassInfo type = types.declaredType(array);
            boolean exact = array.opcode() == Opcode.NEW_ARRAY || type != null && type.isArray() && world.isLeaf(type);
            if (exact && type.isArray() && types.isInstance(check.operand(1), type.component())) {
                Edits.remove(check);
            }
        }

        private void visitTypeTest(Instruction test) {
            Instruction value = test.operand(0);
            ClassInfo type = test.attribute(ClassInfo.class);
            if (value.opcode() == Opcode.NULL) {
                replaceByConstant(test, 0);
            } else if (types.isInstance(value, type) && facts.isNonNull(value, test.block())) {
                replaceByConstant(test, 1);
            } else {
                ClassInfo exact = types.exactType(value);
                if (exact != null && !exact.isSubtypeOf(type)) {
                    replaceByConstant(test, 0);
                }
            }
        }

        private void replaceByConstant(Instruction test, int value) {
            Edits.replace(test, Edits.constantBefore(graph, test, Type.INT, value));
        }

        /** Makes a branch whose outcome follows from the facts one that {@link ConstantFolding} removes. */
        private void decide(Block block) {
            Instruction branch = block.terminator();
            Boolean outcome = branch.opcode() == Opcode.BRANCH ? proofs.outcome(branch) : null;
            if (outcome != null) {
                Instruction constant = Edits.constantBefore(graph, branch, Type.INT, 0);
                Condition condition = outcome ? Condition.EQUAL : Condition.NOT_EQUAL;
                Edits.replaceTerminator(graph, block, graph.create(Opcode.BRANCH, Type.VOID, condition, constant, constant));
            }
        }
    }
}
