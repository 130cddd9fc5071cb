/** Values that an instruction wants in places of its own choice, all at once. */
package org.peaberry.compiler.select;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.select.MachineInstruction.Constraint;

/** Values in registers are moved, then constants are made where they belong. Only calls have places in memory, and leave the scratch register free. */
final class Arguments {
    private final Selection selection;
    private final List<VirtualRegister> values = new ArrayList<>();
    private final List<Location> places = new ArrayList<>();
    private final List<Rematerialization> constants = new ArrayList<>();
    private final List<Location> constantPlaces = new ArrayList<>();

    Arguments(Selection selection) {
        this.selection = selection;
    }

    void add(org.peaberry.compiler.ir.Instruction value, Location place) {
        if (Rematerialization.isPossible(value)) {
            constants.add(Rematerialization.of(value, selection.layout));
            constantPlaces.add(place);
        } else {
            values.add(selection.value(value));
            places.add(place);
        }
    }

    /** Makes them the first uses of an instruction. */
    MachineInstruction addTo(MachineInstruction instruction) {
        for (int i = 0; i < values.size(); i++) {
            Register register = places.get(i) instanceof Location.InRegister in && in.register() != EmissionContext.SCRATCH ? in.register() : null;
            instruction.use(values.get(i), Constraint.ANY, register);
        }
        return instruction;
    }

    void emit(EmissionContext context) {
        List<Location> from = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            from.add(context.use(i));
        }
        context.moveAll(from, places);
        for (int i = 0; i < constants.size(); i++) {
            constants.get(i).emit(context, constantPlaces.get(i));
        }
    }
}
