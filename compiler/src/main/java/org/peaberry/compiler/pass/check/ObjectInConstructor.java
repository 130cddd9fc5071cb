/** What one constructor does with its object: which fields it sets, and when others can see it. */
package org.peaberry.compiler.pass.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.DominatorTree;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.MethodInfo;

/** A field is set in time when one store of it comes before every return, every use that lets others see the object, and every read of it. */
final class ObjectInConstructor {
    private final MethodInfo constructor;
    private final Predicate<MethodInfo> isQuiet;
    private final DominatorTree dominators;
    private final Map<FieldInfo, List<Instruction>> stores = new HashMap<>();
    private final Map<FieldInfo, List<Instruction>> reads = new HashMap<>();
    private final List<Instruction> sights = new ArrayList<>();
    private final List<Instruction> returns = new ArrayList<>();
    private boolean isDelegated;

    /** @param isQuiet whether a superclass's constructor keeps the object to itself */
    ObjectInConstructor(MethodInfo constructor, Predicate<MethodInfo> isQuiet) {
        this.constructor = constructor;
        this.isQuiet = isQuiet;
        Graph graph = constructor.graph();
        dominators = new DominatorTree(graph);
        for (Block block : graph.blocks()) {
            block.instructions().stream().filter(i -> i.opcode() == Opcode.RETURN).forEach(returns::add);
        }
        for (Instruction instruction : graph.entry().instructions()) {
            if (instruction.opcode() == Opcode.PARAMETER && instruction.attribute(Integer.class) == 0) {
                List.copyOf(instruction.users()).forEach(user -> visit(instruction, user));
            }
        }
    }

    private void visit(Instruction object, Instruction user) {
        boolean isOnlyPlace = user.operands().lastIndexOf(object) == 0;
        switch (user.opcode()) {
            case NULL_CHECK -> { }
            case GET_FIELD -> reads.computeIfAbsent(user.attribute(FieldInfo.class), f -> new ArrayList<>()).add(user);
            case PUT_FIELD -> {
                if (isOnlyPlace) {
                    stores.computeIfAbsent(user.attribute(FieldInfo.class), f -> new ArrayList<>()).add(user);
                } else {
                    sights.add(user);
                }
            }
            case CALL -> visitCall(user, user.attribute(Invocation.class).method(), isOnlyPlace);
            default -> sights.add(user);
        }
    }

    private void visitCall(Instruction call, MethodInfo callee, boolean isOnlyPlace) {
        if (!callee.isConstructor() || !isOnlyPlace) {
            sights.add(call);
        } else if (callee.owner() == constructor.owner()) {
            isDelegated = true;
            if (!isQuiet.test(callee)) {
                sights.add(call);
            }
        } else if (!isQuiet.test(callee)) {
            sights.add(call);
        }
    }

    /** Whether nobody else sees the object before the constructor has returned. */
    boolean isUnseen() {
        return sights.isEmpty();
    }

    /** Whether nobody sees the field before it is set. What another constructor of the class sets is looked at there. */
    boolean isSetInTime(FieldInfo field) {
        return isDelegated || stores.getOrDefault(field, List.of()).stream().anyMatch(store -> comesBeforeAll(store, field));
    }

    private boolean comesBeforeAll(Instruction store, FieldInfo field) {
        return sights.stream().allMatch(sight -> comesBefore(store, sight)) && returns.stream().allMatch(end -> comesBefore(store, end))
                && reads.getOrDefault(field, List.of()).stream().allMatch(read -> comesBefore(store, read));
    }

    private boolean comesBefore(Instruction first, Instruction second) {
        Block block = first.block();
        return block == second.block() ? block.instructions().indexOf(first) < block.instructions().indexOf(second)
                : dominators.dominates(block, second.block());
    }
}
