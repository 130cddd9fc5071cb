/** Mistakes that register allocation could make. */
package org.peaberry.compiler.allocate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;

import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.select.Location;
import org.peaberry.compiler.select.MachineBlock;
import org.peaberry.compiler.select.MachineCode;
import org.peaberry.compiler.select.MachineInstruction;
import org.peaberry.compiler.select.MachineInstruction.Operand;
import org.peaberry.compiler.select.VirtualRegister;

/** Each makes an allocation that is wrong in one place, or null where the code has no such place. A move that is lost may have been needless. */
record AllocationMutant(String name, Mistake mistake) {
    private static final List<Register> REGISTERS = List.of(Register.RAX, Register.RCX, Register.RDX, Register.RSI, Register.RBX);

    interface Mistake {
        Allocation make(MachineCode code);
    }

    static List<AllocationMutant> all() {
        return List.of(
                new AllocationMutant("a reload is forgotten", after((code, allocation) -> dropMove(code, allocation::movesBefore, Location.InSlot.class, Location.InRegister.class))),
                new AllocationMutant("a store before a call is forgotten", after((code, allocation) -> dropMove(code, allocation::movesBefore, Location.InRegister.class, Location.InSlot.class))),
                new AllocationMutant("a store behind a definition is forgotten", after((code, allocation) -> dropMove(code, allocation::movesAfter, Location.class, Location.InSlot.class))),
                new AllocationMutant("a move on an edge is lost", after((code, allocation) -> dropMove(code, allocation::edgeMovesBefore, Location.class, Location.InRegister.class))),
                new AllocationMutant("a reload goes to another register", after(AllocationMutant::reloadElsewhere)),
                new AllocationMutant("a reload comes from another slot", after(AllocationMutant::reloadAnother)),
                new AllocationMutant("an interval has the register of one that lives at the same time", after(AllocationMutant::shareRegister)),
                new AllocationMutant("a late use shares the register of the result", after(AllocationMutant::shareLateUse)),
                new AllocationMutant("a call is not known to destroy registers", AllocationMutant::forgetClobbers));
    }

    static Allocation allocate(MachineCode code) {
        return Allocation.allocate(code, REGISTERS);
    }

    @Override
    public String toString() {
        return name;
    }

    private static Mistake after(BiPredicate<MachineCode, Allocation> change) {
        return code -> {
            Allocation allocation = allocate(code);
            return change.test(code, allocation) ? allocation : null;
        };
    }

    private static int instructions(MachineCode code) {
        return code.blocks().stream().mapToInt(block -> block.instructions().size()).sum();
    }

    // ---- Moves.

    private static boolean dropMove(MachineCode code, IntFunction<List<Allocation.Move>> moves, Class<?> from, Class<?> to) {
        for (int i = 0; i < instructions(code); i++) {
            List<Allocation.Move> all = moves.apply(i);
            for (Allocation.Move move : all) {
                if (from.isInstance(move.from()) && to.isInstance(move.to())) {
                    return all.remove(move);
                }
            }
        }
        return false;
    }

    private static boolean reloadElsewhere(MachineCode code, Allocation allocation) {
        return changeReload(code, allocation, move -> new Allocation.Move(move.value(), move.from(), new Location.InRegister(Register.R15)));
    }

    private static boolean reloadAnother(MachineCode code, Allocation allocation) {
        return changeReload(code, allocation, move -> new Allocation.Move(move.value(), new Location.InSlot(((Location.InSlot) move.from()).slot() + 1), move.to()));
    }

    private interface Change {
        Allocation.Move of(Allocation.Move move);
    }

    private static boolean changeReload(MachineCode code, Allocation allocation, Change change) {
        for (int i = 0; i < instructions(code); i++) {
            List<Allocation.Move> all = allocation.movesBefore(i);
            for (int m = 0; m < all.size(); m++) {
                if (all.get(m).from() instanceof Location.InSlot && all.get(m).to() instanceof Location.InRegister) {
                    all.set(m, change.of(all.get(m)));
                    return true;
                }
            }
        }
        return false;
    }

    // ---- Registers.

    /** Of two values that one instruction uses, both in registers. */
    private static boolean shareRegister(MachineCode code, Allocation allocation) {
        for (MachineBlock block : code.blocks()) {
            for (int i = 0; i < block.instructions().size(); i++) {
                List<Interval> parts = registerParts(allocation, block.instructions().get(i).uses(), Positions.of(allocation.start(block) + i));
                if (parts.size() > 1) {
                    parts.get(0).register = parts.get(1).register;
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Interval> registerParts(Allocation allocation, List<Operand> operands, int position) {
        List<Interval> parts = new ArrayList<>();
        for (Operand operand : operands) {
            Interval part = allocation.interval(operand.register()).partAt(position);
            if (part.register != null && !parts.contains(part)) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static boolean shareLateUse(MachineCode code, Allocation allocation) {
        for (MachineBlock block : code.blocks()) {
            for (int i = 0; i < block.instructions().size(); i++) {
                MachineInstruction instruction = block.instructions().get(i);
                int position = Positions.of(allocation.start(block) + i);
                List<Operand> late = instruction.uses().stream().filter(use -> use.constraint().isLate()).toList();
                List<Interval> uses = registerParts(allocation, late, position);
                List<Interval> results = registerParts(allocation, instruction.definitions(), position + Positions.DEFINE);
                if (!uses.isEmpty() && !results.isEmpty() && uses.get(0) != results.get(0)) {
                    results.get(0).register = uses.get(0).register;
                    return true;
                }
            }
        }
        return false;
    }

    /** Of the first call behind which a value is used that lives before it. */
    private static Allocation forgetClobbers(MachineCode code) {
        for (MachineBlock block : code.blocks()) {
            for (MachineInstruction call : block.instructions()) {
                if (call.clobbers().size() > REGISTERS.size() && livesAcross(block, call)) {
                    Set<Register> clobbers = EnumSet.copyOf(call.clobbers());
                    call.clobbers().clear();
                    Allocation allocation = allocate(code);
                    call.clobber(clobbers.toArray(Register[]::new));
                    return allocation;
                }
            }
        }
        return null;
    }

    private static boolean livesAcross(MachineBlock block, MachineInstruction call) {
        List<MachineInstruction> before = block.instructions().subList(0, block.instructions().indexOf(call));
        return before.stream().flatMap(i -> i.definitions().stream()).map(Operand::register)
                .anyMatch(value -> isUsedBehind(block, call, value));
    }

    private static boolean isUsedBehind(MachineBlock block, MachineInstruction call, VirtualRegister value) {
        List<MachineInstruction> all = block.instructions();
        return all.subList(all.indexOf(call) + 1, all.size()).stream().flatMap(i -> i.uses().stream()).anyMatch(use -> use.register().id() == value.id());
    }
}
