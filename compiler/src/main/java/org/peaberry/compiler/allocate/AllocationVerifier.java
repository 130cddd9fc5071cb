/** Proves that every instruction finds its values where the allocation says they are. */
package org.peaberry.compiler.allocate;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.select.Location;
import org.peaberry.compiler.select.MachineBlock;
import org.peaberry.compiler.select.MachineCode;
import org.peaberry.compiler.select.MachineInstruction;
import org.peaberry.compiler.select.MachineInstruction.Operand;
import org.peaberry.compiler.select.VirtualRegister;

/**
 * Follows the contents of all locations through the allocated code, independently of intervals: a forward data flow whose state
 * maps a location to the virtual register it holds, and where paths meet keeps what they agree on.
 */
public final class AllocationVerifier {
    private final MachineCode code;
    private final Allocation allocation;
    private final Liveness liveness;
    private final Map<MachineBlock, Map<Location, VirtualRegister>> atStart = new HashMap<>();
    private final Deque<MachineBlock> work = new ArrayDeque<>();

    private AllocationVerifier(MachineCode code, Allocation allocation) {
        this.code = code;
        this.allocation = allocation;
        liveness = new Liveness(code);
    }

    /** @throws IllegalStateException naming the first use that does not find its value */
    public static void verify(MachineCode code, Allocation allocation) {
        new AllocationVerifier(code, allocation).run();
    }

    private void run() {
        MachineBlock entry = code.blocks().get(0);
        atStart.put(entry, new HashMap<>());
        work.add(entry);
        while (!work.isEmpty()) {
            walk(work.poll(), false);
        }
        for (MachineBlock block : code.blocks()) {
            if (atStart.containsKey(block)) {
                walk(block, true);
            }
        }
    }

    /** Walks a block from the state at its start; the last walk checks, those before only spread states. */
    private void walk(MachineBlock block, boolean check) {
        Map<Location, VirtualRegister> state = new HashMap<>(atStart.get(block));
        Map<Location, VirtualRegister> undefined = definedForHandler(block);
        for (int i = 0; i < block.instructions().size(); i++) {
            int index = allocation.start(block) + i;
            List<Allocation.Move> first = i == 0 ? allocation.edgeMovesBefore(index) : allocation.movesBefore(index);
            List<Allocation.Move> second = i == 0 ? allocation.movesBefore(index) : allocation.edgeMovesBefore(index);
            apply(block, first, state, check);
            apply(block, second, state, check);
            step(block, block.instructions().get(i), index, state, check);
            apply(block, allocation.movesAfter(index), state, check);
            if (block.handler() != null && !check) {
                block.instructions().get(i).definitions().forEach(d -> undefined.values().removeIf(v -> v.id() == d.register().id()));
                Map<Location, VirtualRegister> forHandler = slotsOnly(state);
                forHandler.putAll(undefined);
                flow(block.handler(), forHandler);
            }
        }
        if (!check) {
            block.successors().forEach(s -> flow(s, state));
        }
    }

    /** Values that the block defines for its handler: before they are defined nothing throws, so that they are not missed there. */
    private Map<Location, VirtualRegister> definedForHandler(MachineBlock block) {
        Map<Location, VirtualRegister> defined = new HashMap<>();
        if (block.handler() != null) {
            BitSet registers = (BitSet) liveness.liveIn(block.handler()).clone();
            registers.andNot(liveness.liveIn(block));
            registers.stream().mapToObj(VirtualRegister::new).filter(r -> allocation.slot(r) != null).forEach(r -> defined.put(allocation.slot(r), r));
        }
        return defined;
    }

    private void step(MachineBlock block, MachineInstruction instruction, int index, Map<Location, VirtualRegister> state, boolean check) {
        if (check) {
            for (Operand use : instruction.uses()) {
                require(block, instruction, use.register(), allocation.useLocation(index, use.register()), state);
            }
            checkLateUses(block, instruction, index);
        }
        for (Register register : instruction.clobbers()) {
            state.remove(new Location.InRegister(register));
        }
        Map<Location, VirtualRegister> renamed = renamed(instruction, state);
        for (Operand definition : instruction.definitions()) {
            state.values().removeIf(v -> v.id() == definition.register().id());
        }
        state.putAll(renamed);
        for (Operand definition : instruction.definitions()) {
            Location place = allocation.definitionLocation(index, definition.register());
            state.put(place, definition.register());
        }
    }

    /** Places that hold a value hold what it is moved to as well, which counts when the move is one between values that share their places. */
    private Map<Location, VirtualRegister> renamed(MachineInstruction instruction, Map<Location, VirtualRegister> state) {
        Map<Location, VirtualRegister> renamed = new HashMap<>();
        int moves = instruction.kind() == MachineInstruction.Kind.MOVE ? instruction.pairs() : 0;
        for (int i = 0; i < moves; i++) {
            VirtualRegister from = instruction.uses().get(i).register();
            VirtualRegister to = instruction.definitions().get(i).register();
            if (allocation.areJoined(from, to)) {
                state.entrySet().stream().filter(e -> e.getValue().id() == from.id()).forEach(e -> renamed.put(e.getKey(), to));
            }
        }
        return renamed;
    }

    private void checkLateUses(MachineBlock block, MachineInstruction instruction, int index) {
        for (Operand use : instruction.uses()) {
            for (Operand definition : instruction.definitions()) {
                Location place = allocation.useLocation(index, use.register());
                if (use.constraint().isLate() && place.equals(allocation.definitionLocation(index, definition.register()))) {
                    throw wrong(block, instruction, "late use " + use.register() + " shares " + place + " with a definition");
                }
            }
        }
    }

    private void apply(MachineBlock block, List<Allocation.Move> moves, Map<Location, VirtualRegister> state, boolean check) {
        Map<Location, VirtualRegister> moved = new HashMap<>();
        for (Allocation.Move move : moves) {
            if (check) {
                require(block, null, move.value(), move.from(), state);
            }
            moved.put(move.to(), move.value());
        }
        state.putAll(moved);
    }

    private void require(MachineBlock block, MachineInstruction instruction, VirtualRegister value, Location place,
            Map<Location, VirtualRegister> state) {
        VirtualRegister held = state.get(place);
        if (held == null || held.id() != value.id()) {
            throw wrong(block, instruction, value + " is expected in " + place + ", which holds " + held);
        }
    }

    private IllegalStateException wrong(MachineBlock block, MachineInstruction instruction, String what) {
        return new IllegalStateException("register allocation of " + code.method() + " is wrong in " + block + " at [" + instruction + "]: " + what);
    }

    private static Map<Location, VirtualRegister> slotsOnly(Map<Location, VirtualRegister> state) {
        Map<Location, VirtualRegister> slots = new HashMap<>(state);
        slots.keySet().removeIf(location -> !(location instanceof Location.InSlot));
        return slots;
    }

    private void flow(MachineBlock target, Map<Location, VirtualRegister> state) {
        Map<Location, VirtualRegister> before = atStart.get(target);
        if (before == null) {
            atStart.put(target, new HashMap<>(state));
            work.add(target);
            return;
        }
        boolean changed = before.entrySet().removeIf(e -> {
            VirtualRegister other = state.get(e.getKey());
            return other == null || other.id() != e.getValue().id();
        });
        if (changed && !work.contains(target)) {
            work.add(target);
        }
    }
}
