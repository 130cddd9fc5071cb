/** Finds the calls that a compiled method makes: direct ones in its machine code, dispatched ones in its IR. */
package org.peaberry.compiler.stack;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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

/** Machine code knows the calls that no instruction of the IR shows, such as those of checks that fail. */
final class CallSites {
    /** Opcodes of call rel32 and jmp rel32. Intel SDM vol. 2. */
    private static final byte CALL = (byte) 0xe8;
    private static final byte JUMP = (byte) 0xe9;
    /** What calls these never goes on. */
    private static final List<RuntimeMethod> THROWING = List.of(RuntimeMethod.THROW, RuntimeMethod.NULL_POINTER, RuntimeMethod.ARRAY_INDEX,
            RuntimeMethod.DIVISION_BY_ZERO, RuntimeMethod.CLASS_CAST);

    private final ClosedWorld world;
    private final Set<String> throwing;

    CallSites(ClosedWorld world) {
        this.world = world;
        throwing = THROWING.stream().map(method -> world.runtimeMethod(method).symbol()).collect(Collectors.toSet());
    }

    List<StackCall> of(CompiledMethod method) {
        Set<StackCall> calls = new LinkedHashSet<>();
        addDirect(method, calls);
        if (method.method().graph() != null) {
            method.method().graph().blocks().forEach(block -> addDispatched(block, calls));
        }
        return List.copyOf(calls);
    }

    private void addDirect(CompiledMethod method, Set<StackCall> calls) {
        Map<Integer, CompiledMethod.CallSite> sites = method.callSites().stream()
                .collect(Collectors.toMap(CompiledMethod.CallSite::returnOffset, Function.identity(), (one, other) -> one));
        for (Relocation relocation : method.relocations()) {
            byte opcode = relocation.offset() == 0 ? 0 : method.code()[relocation.offset() - 1];
            boolean isCall = opcode == CALL || opcode == JUMP;
            if (relocation.kind() == Relocation.Kind.PC32 && relocation.addend() == -Integer.BYTES && isCall) {
                CompiledMethod.CallSite site = sites.get(relocation.offset() + Integer.BYTES);
                SourcePosition position = site == null ? new SourcePosition(method.method(), method.method().firstLine(), null) : site.position();
                calls.add(new StackCall(relocation.symbol(), position, throwing.contains(relocation.symbol())));
            }
        }
    }

    private void addDispatched(Block block, Set<StackCall> calls) {
        for (Instruction instruction : block.instructions()) {
            boolean isDispatched = instruction.opcode() == Opcode.CALL && instruction.attribute(Invocation.class).kind() != Invocation.Kind.DIRECT;
            if (isDispatched) {
                for (MethodInfo target : world.possibleTargets(instruction.attribute(Invocation.class).method())) {
                    calls.add(new StackCall(CallKind.callSymbol(target), instruction.position(), false));
                }
            }
        }
    }
}
