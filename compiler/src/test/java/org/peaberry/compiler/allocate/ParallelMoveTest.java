/** Moves at once: whatever the permutation, every destination gets what its source held before. */
package org.peaberry.compiler.allocate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.select.Location;

class ParallelMoveTest {
    private static final int PLACES = 8;

    @Property
    void everyDestinationGetsItsSource(@ForAll @Size(PLACES) List<@IntRange(max = PLACES) Integer> sources) {
        List<Location> from = new ArrayList<>();
        List<Location> to = new ArrayList<>();
        Map<Location, Integer> contents = new HashMap<>();
        for (int i = 0; i < PLACES; i++) {
            contents.put(place(i), i);
            if (sources.get(i) < PLACES) {
                from.add(place(sources.get(i)));
                to.add(place(i));
            }
        }
        ParallelMove.resolve(from, to, new Machine(contents));
        for (int i = 0; i < PLACES; i++) {
            int expected = sources.get(i) < PLACES ? sources.get(i) : i;
            boolean isSourceOnly = sources.get(i) == PLACES;
            if (!isSourceOnly) {
                assertEquals(expected, contents.get(place(i)), "place " + i + " of " + sources);
            }
        }
    }

    /** Half of the places are registers, half are slots. */
    private static Location place(int index) {
        return index % 2 == 0 ? new Location.InRegister(Register.general().get(index)) : new Location.InSlot(index);
    }

    private record Machine(Map<Location, Integer> contents) implements ParallelMove.Sink {
        @Override
        public void move(Location from, Location to) {
            contents.put(to, contents.get(from));
        }

        @Override
        public void exchange(Location left, Location right) {
            Integer before = contents.get(left);
            contents.put(left, contents.get(right));
            contents.put(right, before);
        }
    }
}
