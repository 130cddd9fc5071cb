/** What a method does that contracts are about: calls, allocations, exceptions, interrupts. */
package org.peaberry.compiler.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.objectweb.asm.Type;
import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.runtime.annotation.Intrinsic;

final class MethodFacts {
    private final List<Call> calls = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();

    /**
     * @param fails whether nothing but an exception follows
     * @param isFloatingPoint whether it passes or returns float or double, and so is an effect itself
     */
    record Call(MethodInfo target, Instruction instruction, boolean fails, boolean isFloatingPoint) {
        SourcePosition position() {
            return instruction.position();
        }

    }

    /** @param text as a programmer would write it */
    record Effect(Kind kind, String text, SourcePosition position, boolean fails) {
        enum Kind { ALLOCATION, THROW, INTERRUPTS_ENABLED, FLOATING_POINT }
    }

    static MethodFacts of(Graph graph, ClosedWorld world) {
        MethodFacts facts = new MethodFacts();
        Set<Block> failing = FailingBlocks.of(graph);
        for (Block block : graph.reversePostorder()) {
            block.instructions().forEach(instruction -> facts.add(instruction, failing.contains(block), world));
        }
        return facts;
    }

    private void add(Instruction instruction, boolean fails, ClosedWorld world) {
        SourcePosition position = instruction.position();
        if (FloatingPointUse.isIn(instruction)) {
            effect(Effect.Kind.FLOATING_POINT, FloatingPointUse.describe(instruction), position, fails);
        }
        switch (instruction.opcode()) {
            case CALL -> {
                for (MethodInfo target : targets(instruction.attribute(Invocation.class), world)) {
                    calls.add(new Call(target, instruction, fails, FloatingPointUse.isIn(instruction)));
                }
            }
            case NEW -> effect(Effect.Kind.ALLOCATION, "new " + simpleName(instruction.attribute(ClassInfo.class)) + "(…)", position, fails);
            case NEW_ARRAY -> effect(Effect.Kind.ALLOCATION, "new " + simpleName(instruction.attribute(ClassInfo.class).component()) + "[…]", position, fails);
            case THROW -> effect(Effect.Kind.THROW, "throw", position, fails);
            case INTRINSIC -> {
                Object operation = instruction.attribute();
                if (operation == Intrinsic.Operation.ENABLE_INTERRUPTS || operation == Intrinsic.Operation.ENABLE_INTERRUPTS_AND_HALT) {
                    effect(Effect.Kind.INTERRUPTS_ENABLED, "enable interrupts", position, fails);
                }
            }
            default -> {
                // Everything else is always allowed.
            }
        }
    }

    private void effect(Effect.Kind kind, String text, SourcePosition position, boolean fails) {
        effects.add(new Effect(kind, text, position, fails));
    }

    private static List<MethodInfo> targets(Invocation invocation, ClosedWorld world) {
        return invocation.kind() == Invocation.Kind.DIRECT ? List.of(invocation.method()) : world.possibleTargets(invocation.method());
    }

    /** As in source, without the package. */
    static String simpleName(ClassInfo type) {
        if (type.isArray()) {
            return simpleName(type.component()) + "[]";
        }
        if (type.isPrimitive()) {
            return Type.getType(type.descriptor()).getClassName();
        }
        return type.binaryName().substring(type.binaryName().lastIndexOf('.') + 1);
    }

    List<Call> calls() {
        return calls;
    }

    List<Effect> effects() {
        return effects;
    }
}
