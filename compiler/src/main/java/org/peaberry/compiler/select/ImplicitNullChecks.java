/** Finds the null checks that an access makes by itself, since it follows at once and faults where the reference is null. */
package org.peaberry.compiler.select;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.ImageLayout;
import org.peaberry.runtime.annotation.Uninterruptible;
import org.peaberry.runtime.exception.ImplicitNullCheck;
import org.peaberry.runtime.object.ObjectLayout;

/**
 * Nothing that can be seen from outside stands between check and access: no store, no call, no other check, no raw memory. An access
 * behind the end of the check's block moves there when a handler covers either block, so that the fault has the check's handler.
 * Code that must not be interrupted keeps its checks: a fault is a trap.
 */
final class ImplicitNullChecks {
    static final ImplicitNullChecks NONE = new ImplicitNullChecks(null);

    private final ImageLayout layout;
    private final Map<Instruction, Instruction> checks = new HashMap<>();

    private ImplicitNullChecks(ImageLayout layout) {
        this.layout = layout;
    }

    /** Moves accesses of the graph where that is needed. */
    static ImplicitNullChecks of(Graph graph, ImageLayout layout) {
        ImplicitNullChecks implicit = new ImplicitNullChecks(layout);
        for (Block block : graph.reversePostorder()) {
            for (Instruction instruction : new ArrayList<>(block.instructions())) {
                if (instruction.opcode() == Opcode.NULL_CHECK && !isUninterruptible(instruction.position())) {
                    implicit.new Search(graph, instruction).run();
                }
            }
        }
        return implicit;
    }

    private static boolean isUninterruptible(SourcePosition position) {
        for (SourcePosition each = position; each != null; each = each.caller()) {
            if (each.method().hasAnnotation(Uninterruptible.class)) {
                return true;
            }
        }
        return false;
    }

    /** The null check that an access makes, or null. */
    Instruction checkOf(Instruction access) {
        return checks.get(access);
    }

    /** Whether an access that makes a check must stay before an instruction: that could be seen, or would fault before. */
    boolean separates(Instruction access, Instruction other) {
        return isVisible(other) || accesses(other, access.operand(0));
    }

    /** The way from one check to the access that makes it. */
    private final class Search {
        private final Graph graph;
        private final Instruction check;
        private final Block start;
        /** Blocks behind the check's own. */
        private final List<Block> passed = new ArrayList<>();
        private boolean hasPassedLoad;

        private Search(Graph graph, Instruction check) {
            this.graph = graph;
            this.check = check;
            start = check.block();
        }

        private void run() {
            Block block = start;
            int next = block.instructions().indexOf(check) + 1;
            while (true) {
                Instruction instruction = block.instructions().get(next++);
                if (accesses(instruction, check.operand(0))) {
                    take(instruction);
                    return;
                }
                if (instruction.opcode() == Opcode.GOTO && isOnlyContinuation(block)) {
                    block = block.successors().get(0);
                    passed.add(block);
                    next = 0;
                } else if (instruction.opcode().isTerminator() || isVisible(instruction)) {
                    return;
                }
                hasPassedLoad |= !passed.isEmpty() && !instruction.opcode().isPure();
            }
        }

        private boolean isOnlyContinuation(Block block) {
            Block successor = block.successors().get(0);
            return successor.predecessors().size() == 1 && successor != graph.entry();
        }

        private void take(Instruction access) {
            if (!isSmall(access) || checks.containsKey(access)) {
                return;
            }
            boolean isCovered = start.handler() != null || access.block().handler() != null;
            if (!passed.isEmpty() && isCovered && !endsAlike(access)) {
                if (!isMovable(access)) {
                    return;
                }
                move(access);
            }
            checks.put(access, check);
        }

        /** Whether a call that ends its block has the check's handler, which finds the same values there. */
        private boolean endsAlike(Instruction access) {
            Block handler = start.handler();
            if (access.opcode() != Opcode.CALL || handler == null || handler != access.block().handler()) {
                return false;
            }
            int one = handler.predecessors().indexOf(start);
            int other = handler.predecessors().indexOf(access.block());
            return handler.phis().stream().allMatch(phi -> phi.operand(one) == phi.operand(other));
        }

        /** Whether nothing it needs is made behind the check's block, and no load that was before a store would come behind it. */
        private boolean isMovable(Instruction access) {
            boolean isLoad = access.opcode().isRemovable();
            return access.opcode() != Opcode.CALL && (isLoad || !hasPassedLoad)
                    && access.operands().stream().allMatch(operand -> Rematerialization.isPossible(operand) || !passed.contains(operand.block()));
        }

        private void move(Instruction access) {
            access.block().instructions().remove(access);
            start.insert(start.instructions().size() - 1, access);
        }
    }

    private static boolean accesses(Instruction instruction, Instruction reference) {
        return switch (instruction.opcode()) {
            case GET_FIELD, PUT_FIELD, ARRAY_LENGTH, ARRAY_LOAD, ARRAY_STORE -> instruction.operand(0) == reference;
            case CALL -> instruction.attribute(Invocation.class).kind() != Invocation.Kind.DIRECT && instruction.operand(0) == reference;
            default -> false;
        };
    }

    /** Whether it faults for certain where the reference is null: it accesses the page that is never mapped. */
    private boolean isSmall(Instruction access) {
        long offset = switch (access.opcode()) {
            case GET_FIELD, PUT_FIELD -> layout.fieldOffset(access.attribute(FieldInfo.class));
            case ARRAY_LENGTH -> ObjectLayout.ARRAY_LENGTH_OFFSET;
            case ARRAY_LOAD, ARRAY_STORE -> element(access.operand(1), access.attribute(MemoryKind.class));
            default -> ObjectLayout.TYPE_OFFSET;
        };
        return offset >= 0 && offset <= ImplicitNullCheck.GUARD_SIZE - Long.BYTES;
    }

    private static long element(Instruction index, MemoryKind kind) {
        return index.isConstant() ? ObjectLayout.ARRAY_ELEMENTS_OFFSET + (index.constantValue() << kind.shift()) : -1;
    }

    private static boolean isVisible(Instruction instruction) {
        return !instruction.opcode().isRemovable();
    }
}
