/** Finds the places of the values that variables have. */
package org.peaberry.compiler.emit;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.allocate.Allocation;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Local;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.select.Location;
import org.peaberry.compiler.select.MachineCode;
import org.peaberry.compiler.select.VirtualRegister;

/** One place for each variable of a position and of the positions it was inlined by, in that order; null where there is none. */
final class ValuePlaces {
    private static final int RETURN_ADDRESS_SIZE = Long.BYTES;

    private final MachineCode code;
    private final Allocation allocation;
    private final Remains remains;
    private final int frameSize;

    /** Where a value is at some moment, or null. */
    private interface Moment {
        Location location(VirtualRegister register);
    }

    ValuePlaces(MachineCode code, Allocation allocation, Remains remains, int frameSize) {
        this.remains = remains;
        this.code = code;
        this.allocation = allocation;
        this.frameSize = frameSize;
    }

    /** Before an instruction, and before the moves that prepare for it. */
    List<ValuePlace> before(int instruction, boolean isFirstOfBlock, SourcePosition position) {
        return places(position, register -> {
            Location location = isFirstOfBlock ? allocation.locationAtUse(instruction, register) : allocation.locationAfter(instruction - 1, register);
            return location != null ? location : remains.find(register);
        });
    }

    /** While an instruction runs; of a call, while the callee does and when it has returned. */
    List<ValuePlace> during(int instruction, boolean hasClobbers, SourcePosition position) {
        return places(position, register -> {
            Location location = hasClobbers ? allocation.locationWhenClobbered(instruction, register) : allocation.locationAtUse(instruction, register);
            return location != null ? location : remaining(register, hasClobbers);
        });
    }

    private Location remaining(VirtualRegister register, boolean hasClobbers) {
        Location location = remains.find(register);
        return hasClobbers && location instanceof Location.InRegister ? null : location;
    }

    private List<ValuePlace> places(SourcePosition position, Moment moment) {
        List<ValuePlace> places = new ArrayList<>();
        for (SourcePosition each = position; each != null; each = each.caller()) {
            for (Local local : each.locals()) {
                places.add(local.value() == null ? null : place(local.value().latest(), moment));
            }
        }
        return places;
    }

    private ValuePlace place(Instruction value, Moment moment) {
        if (value.isConstant()) {
            return new ValuePlace.Constant(value.constantValue());
        }
        if (value.opcode() == Opcode.NULL) {
            return new ValuePlace.Constant(0);
        }
        VirtualRegister register = code.register(value);
        Location location = register == null ? null : moment.location(register);
        return location == null ? null : of(location);
    }

    /** A location as debuggers see it. */
    ValuePlace of(Location location) {
        int fromStackPointer = -frameSize - RETURN_ADDRESS_SIZE;
        if (location instanceof Location.InRegister in) {
            return new ValuePlace.InRegister(in.register());
        } else if (location instanceof Location.InSlot slot) {
            return new ValuePlace.InFrame(fromStackPointer + Long.BYTES * (code.outgoingArguments() + slot.slot()));
        } else if (location instanceof Location.IncomingArgument incoming) {
            return new ValuePlace.InFrame(Long.BYTES * incoming.index());
        }
        return new ValuePlace.InFrame(fromStackPointer + Long.BYTES * ((Location.OutgoingArgument) location).index());
    }
}
