/** What registers and slots still hold when a value was used for the last time, until something else gets there. */
package org.peaberry.compiler.emit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.allocate.Allocation;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.select.Location;
import org.peaberry.compiler.select.MachineBlock;
import org.peaberry.compiler.select.MachineInstruction;
import org.peaberry.compiler.select.VirtualRegister;

/** Follows the code of one block after the other; a block that is entered from a single one starts with what that left. */
final class Remains {
    private final Allocation allocation;
    /** Numbers of virtual registers by place. */
    private final Map<Location, Integer> contents = new LinkedHashMap<>();
    private final Map<MachineBlock, Map<Location, Integer>> left = new HashMap<>();

    Remains(Allocation allocation) {
        this.allocation = allocation;
    }

    void enter(MachineBlock block) {
        contents.clear();
        contents.putAll(left.getOrDefault(source(block), Map.of()));
    }

    void leave(MachineBlock block) {
        left.put(block, new LinkedHashMap<>(contents));
    }

    /** Code that belongs to no block begins. */
    void forget() {
        contents.clear();
    }

    /** The block with code that is the only one to lead to a block, or null. */
    private static MachineBlock source(MachineBlock block) {
        MachineBlock entered = block;
        while (!entered.isHandler() && entered.predecessors().size() == 1) {
            entered = entered.predecessors().get(0);
            if (entered.destination() == entered) {
                return entered;
            }
        }
        return null;
    }

    void moved(List<Allocation.Move> moves) {
        moves.forEach(move -> contents.remove(move.to()));
        moves.forEach(move -> contents.put(move.to(), move.value().id()));
    }

    /** An instruction ran: what it used is still there, unless it overwrote that. */
    void executed(MachineInstruction instruction, int index) {
        for (MachineInstruction.Operand use : instruction.uses()) {
            contents.put(allocation.useLocation(index, use.register()), use.register().id());
        }
        for (Register clobbered : instruction.clobbers()) {
            contents.remove(new Location.InRegister(clobbered));
        }
        for (MachineInstruction.Operand definition : instruction.definitions()) {
            contents.values().removeIf(value -> value == definition.register().id());
            contents.put(allocation.definitionLocation(index, definition.register()), definition.register().id());
        }
    }

    /** A place that holds the value, or null. */
    Location find(VirtualRegister value) {
        for (Map.Entry<Location, Integer> each : contents.entrySet()) {
            if (each.getValue() == value.id()) {
                return each.getKey();
            }
        }
        return null;
    }
}
