/** Which calls lead to which methods, with what is passed and what is returned. */
package org.peaberry.compiler.contract.boot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.compiler.world.RuntimeMethod;

/** A failed check is a call of the runtime with its operands. */
final class CallSites {
    private static final Map<Opcode, RuntimeMethod> CHECKS = new EnumMap<>(Map.of(Opcode.CHECK_CAST, RuntimeMethod.CLASS_CAST, Opcode.STORE_CHECK, RuntimeMethod.STORE_CHECK));

    private final ClosedWorld world;
    private final Set<MethodInfo> compiled;
    private final Map<MethodInfo, List<Instruction>> sites = new HashMap<>();
    private final Map<MethodInfo, List<Instruction>> returned = new HashMap<>();
    private final Map<Instruction, MethodInfo> parameters = new IdentityHashMap<>();

    CallSites(ClosedWorld world) {
        this.world = world;
        compiled = new HashSet<>(world.methods());
        for (MethodInfo method : compiled) {
            for (Block block : method.graph().reversePostorder()) {
                block.instructions().forEach(instruction -> add(method, instruction));
            }
        }
    }

    private void add(MethodInfo method, Instruction instruction) {
        switch (instruction.opcode()) {
            case CALL -> targets(instruction.attribute(Invocation.class)).forEach(target -> site(target, instruction));
            case CHECK_CAST, STORE_CHECK -> site(world.runtimeMethod(CHECKS.get(instruction.opcode())), instruction);
            case RETURN -> returned.computeIfAbsent(method, key -> new ArrayList<>()).addAll(instruction.operands());
            case PARAMETER -> parameters.put(instruction, method);
            default -> {
                // It calls nobody.
            }
        }
    }

    private void site(MethodInfo target, Instruction site) {
        sites.computeIfAbsent(target, key -> new ArrayList<>()).add(site);
    }

    List<MethodInfo> targets(Invocation invocation) {
        return invocation.kind() == Invocation.Kind.DIRECT ? List.of(invocation.method()) : world.possibleTargets(invocation.method());
    }

    /** Whether the code of all that a call may lead to is known. */
    boolean areKnown(Invocation invocation) {
        return compiled.containsAll(targets(invocation));
    }

    /** What calls pass for a parameter. */
    List<Instruction> arguments(Instruction parameter) {
        int index = parameter.attribute(Integer.class);
        List<Instruction> callers = sites.getOrDefault(parameters.get(parameter), List.of());
        return callers.stream().filter(site -> index < site.operands().size()).map(site -> site.operand(index)).toList();
    }

    /** What a method returns; nothing when it has no code here. */
    List<Instruction> returned(MethodInfo method) {
        return returned.getOrDefault(method, List.of());
    }

    /** Methods whose results code gets that is not here. */
    Collection<MethodInfo> calledByTheRuntime() {
        Set<MethodInfo> all = new HashSet<>(world.entrypoints().values());
        RuntimeMethod.usedIn(world).forEach(method -> all.add(world.runtimeMethod(method)));
        return all;
    }
}
