/** Where the arguments of a call are: general registers, vector registers for floating point, then the stack. */
package org.peaberry.compiler.select;

import java.util.List;
import java.util.stream.IntStream;

import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.ir.Type;

/** In the order of System V AMD64 ABI §3.2.3. */
public final class ArgumentPlaces {
    static final List<Register> GENERAL = List.of(Register.RDI, Register.RSI, Register.RDX, Register.RCX, Register.R8, Register.R9);
    private static final List<Register> VECTOR = Register.vector().subList(0, 8);

    /** Null for one on the stack. */
    private final Register[] registers;
    /** Its number on the stack, for one that is there. */
    private final int[] numbers;
    private int onStack;

    private ArgumentPlaces(int count) {
        registers = new Register[count];
        numbers = new int[count];
    }

    static ArgumentPlaces of(List<Type> types) {
        ArgumentPlaces places = new ArgumentPlaces(types.size());
        int general = 0;
        int vector = 0;
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).isFloatingPoint() && vector < VECTOR.size()) {
                places.registers[i] = VECTOR.get(vector++);
            } else if (!types.get(i).isFloatingPoint() && general < GENERAL.size()) {
                places.registers[i] = GENERAL.get(general++);
            } else {
                places.numbers[i] = places.onStack++;
            }
        }
        return places;
    }

    /** Where the callee finds its arguments. */
    public static List<Location> incoming(List<Type> types) {
        ArgumentPlaces places = of(types);
        return IntStream.range(0, types.size()).mapToObj(places::incoming).toList();
    }

    /** As the callee finds it. */
    Location incoming(int argument) {
        return registers[argument] != null ? new Location.InRegister(registers[argument]) : new Location.IncomingArgument(numbers[argument]);
    }

    /** As the caller puts it. */
    Location outgoing(int argument) {
        return registers[argument] != null ? new Location.InRegister(registers[argument]) : new Location.OutgoingArgument(numbers[argument]);
    }

    /** Number of arguments on the stack. */
    int onStack() {
        return onStack;
    }
}
