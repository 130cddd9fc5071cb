/** Orders moves that happen at once so that no source is overwritten before it is read. */
package org.peaberry.compiler.allocate;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.select.Location;

public final class ParallelMove {
    /** What the ordered moves are told to. */
    public interface Sink {
        void move(Location from, Location to);

        /** Exchanges the contents of two places. */
        void exchange(Location left, Location right);
    }

    private ParallelMove() {
    }

    /** The destinations are all different. */
    public static void resolve(List<Location> from, List<Location> to, Sink sink) {
        List<Location> sources = new ArrayList<>();
        List<Location> targets = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            if (!from.get(i).equals(to.get(i))) {
                sources.add(from.get(i));
                targets.add(to.get(i));
            }
        }
        while (!targets.isEmpty()) {
            int free = findFree(sources, targets);
            if (free >= 0) {
                sink.move(sources.remove(free), targets.remove(free));
            } else {
                breakCycle(sources, targets, sink);
            }
        }
    }

    /** A move whose destination no other one still has to read, or -1. */
    private static int findFree(List<Location> sources, List<Location> targets) {
        for (int i = 0; i < targets.size(); i++) {
            if (!sources.contains(targets.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Only cycles are left: one exchange settles one of the moves. */
    private static void breakCycle(List<Location> sources, List<Location> targets, Sink sink) {
        Location source = sources.remove(0);
        Location target = targets.remove(0);
        sink.exchange(source, target);
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).equals(target)) {
                sources.set(i, source);
            } else if (sources.get(i).equals(source)) {
                sources.set(i, target);
            }
        }
        for (int i = sources.size() - 1; i >= 0; i--) {
            if (sources.get(i).equals(targets.get(i))) {
                sources.remove(i);
                targets.remove(i);
            }
        }
    }
}
