/** Whom the machine code of a method calls. */
package org.peaberry.compiler.contract.stack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.peaberry.compiler.contract.FailingBlocks;
import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.encode.Relocation;
import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.world.CallKind;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.compiler.world.RuntimeMethod;

/**
 * Direct calls are read from the code's relocations, so that those which the compiler put in (allocation, failed checks) count too, as do null
 * checks by page fault, after which the stack goes on below the access; virtual calls may lead to every method that the receiver's classes select, and are read from the final IR.
 */
final class MachineCalls {
    private static final int CALL_OPERAND = Integer.BYTES;
    /** Runtime methods that do not return. */
    private static final Set<RuntimeMethod> FAILURES = Set.of(RuntimeMethod.THROW, RuntimeMethod.NULL_POINTER, RuntimeMethod.ARRAY_INDEX,
            RuntimeMethod.DIVISION_BY_ZERO, RuntimeMethod.CLASS_CAST);

    private final ClosedWorld world;
    private final Map<String, MethodInfo> bySymbol = new HashMap<>();
    private final List<MethodInfo> failures;

    /** @param fails whether nothing but an exception follows */
    record Call(MethodInfo target, SourcePosition position, boolean fails) {
        /** That of two calls of one target which says more: one that returns. */
        Call merge(Call other) {
            return fails ? other : this;
        }
    }

    MachineCalls(ClosedWorld world, Collection<CompiledMethod> methods) {
        this.world = world;
        methods.forEach(compiled -> bySymbol.put(compiled.method().symbol(), compiled.method()));
        failures = FAILURES.stream().map(world::runtimeMethod).toList();
    }

    /** In the order of the code, each target once. */
    List<Call> of(CompiledMethod compiled) {
        Map<MethodInfo, Call> calls = new LinkedHashMap<>();
        Set<Block> failing = FailingBlocks.of(compiled.method().graph());
        for (Block block : compiled.method().graph().blocks()) {
            block.instructions().stream().filter(each -> each.opcode() == Opcode.CALL).forEach(each -> add(calls, each, failing.contains(block)));
        }
        Map<Integer, SourcePosition> positions = new HashMap<>();
        MethodInfo nullPointer = world.runtimeMethod(RuntimeMethod.NULL_POINTER);
        for (CompiledMethod.CallSite site : compiled.callSites()) {
            positions.put(site.returnOffset(), site.position());
            if (site.isFault()) {
                calls.putIfAbsent(nullPointer, new Call(nullPointer, site.position(), true));
            }
        }
        for (Relocation relocation : compiled.relocations()) {
            MethodInfo target = bySymbol.get(relocation.symbol());
            if (target != null) {
                calls.putIfAbsent(target, new Call(target, positions.get(relocation.offset() + CALL_OPERAND), failures.contains(target)));
            }
        }
        return new ArrayList<>(calls.values());
    }

    private void add(Map<MethodInfo, Call> calls, Instruction call, boolean fails) {
        Invocation invocation = call.attribute(Invocation.class);
        if (invocation.kind() != Invocation.Kind.DIRECT) {
            world.possibleTargets(invocation.method()).stream().filter(this::isCompiled)
                    .forEach(target -> calls.merge(target, new Call(target, call.position(), fails), Call::merge));
        } else if (CallKind.isExternal(invocation.method()) || isCompiled(invocation.method())) {
            calls.merge(invocation.method(), new Call(invocation.method(), call.position(), fails), Call::merge);
        }
    }

    private boolean isCompiled(MethodInfo method) {
        return bySymbol.get(method.symbol()) == method;
    }
}
