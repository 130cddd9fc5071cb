/** Finds the objects of the image to which code may leave references where they outlive boot. */
package org.peaberry.compiler.contract.boot;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.MethodInfo;

/**
 * A reference that is written to memory or thrown may outlive boot. So may all that it was made from: backwards through phis, arithmetic on addresses, from
 * parameters to arguments and from the results of calls to what is returned. What is read from an object and outlives boot is among its contents.
 */
public final class SurvivingReferences {
    private final CallSites sites;
    private final Map<Instruction, Survival> known = new IdentityHashMap<>();
    private final Deque<Instruction> work = new ArrayDeque<>();
    private final Map<Object, Survival> objects = new IdentityHashMap<>();
    private final Map<FieldInfo, Survival> statics = new HashMap<>();
    private final Set<Object> constants = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<FieldInfo> readStatics = new HashSet<>();

    private SurvivingReferences(ClosedWorld world, Set<MethodInfo> enders) {
        sites = new CallSites(world);
        Seeds seeds = new Seeds(sites, this::mark);
        world.methods().forEach(method -> scan(method, seeds, enders.contains(method)));
        sites.calledByTheRuntime().forEach(method -> sites.returned(method).forEach(value -> mark(value, Survival.WHOLE)));
        while (!work.isEmpty()) {
            Instruction value = work.poll();
            spread(value, known.get(value));
        }
    }

    /**
     * @param world  with its graphs, nothing inlined yet
     * @param enders entry points that end boot: what they hold is on the stack then
     */
    public static SurvivingReferences find(ClosedWorld world, Set<MethodInfo> enders) {
        return new SurvivingReferences(world, enders);
    }

    /** Constants of the code that may survive, in no order; ClassInfo stands for its Class. */
    public Map<Object, Survival> objects() {
        return objects;
    }

    /** Static fields whose values may survive. */
    public Map<FieldInfo, Survival> statics() {
        return statics;
    }

    /** All constants of the code. */
    public Set<Object> constants() {
        return constants;
    }

    /** All static fields with references that code reads. */
    public Set<FieldInfo> readStatics() {
        return readStatics;
    }

    private void scan(MethodInfo method, Seeds seeds, boolean endsBoot) {
        for (Block block : method.graph().reversePostorder()) {
            for (Instruction instruction : block.instructions()) {
                seeds.add(instruction);
                addRoot(instruction);
                if (endsBoot && instruction.type() == Type.REFERENCE) {
                    mark(instruction, Survival.WHOLE);
                }
            }
        }
    }

    private void addRoot(Instruction instruction) {
        if (instruction.opcode() == Opcode.OBJECT) {
            constants.add(instruction.attribute());
        } else if (instruction.opcode() == Opcode.GET_STATIC && instruction.type() == Type.REFERENCE) {
            readStatics.add(instruction.attribute(FieldInfo.class));
        }
    }

    private void mark(Instruction value, Survival survival) {
        Survival before = known.get(value);
        if (before == null || !before.covers(survival)) {
            known.put(value, survival);
            work.add(value);
        }
    }

    private void markAll(Collection<Instruction> values, Survival survival) {
        values.forEach(value -> mark(value, survival));
    }

    private void spread(Instruction value, Survival survival) {
        switch (value.opcode()) {
            case OBJECT -> objects.merge(value.attribute(), survival, Survival::most);
            case GET_STATIC -> {
                if (value.type() == Type.REFERENCE) {
                    statics.merge(value.attribute(FieldInfo.class), survival, Survival::most);
                }
            }
            case GET_FIELD, ARRAY_LOAD, LOAD -> mark(value.operand(0), Survival.CONTENTS);
            case PARAMETER -> markAll(sites.arguments(value), survival);
            case CALL -> sites.targets(value.attribute(Invocation.class)).forEach(target -> markAll(sites.returned(target), survival));
            default -> {
                if (value.opcode().isPure() || value.opcode() == Opcode.CHECK_CAST || Seeds.CONVERSIONS.contains(value.attribute())) {
                    markAll(value.operands(), survival);
                }
            }
        }
    }
}
