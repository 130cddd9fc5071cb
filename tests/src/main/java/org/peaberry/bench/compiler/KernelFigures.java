/** One kernel's times on all contenders. */
package org.peaberry.bench.compiler;

import java.util.Locale;

/** @param unchecked peaberryc's code without its checks */
record KernelFigures(String kernel, Measurement ours, Measurement unchecked, Measurement hotSpot, Measurement gcc) {
    static final String HEADING = String.format(Locale.ROOT, "%-12s %14s %14s %14s %12s %12s %12s%n", "kernel", "Peaberry us", "HotSpot us", "gcc -O2 us", "x HotSpot", "x gcc",
            "x unchecked");
    private static final double NANOSECONDS = 1000;

    double toHotSpot() {
        return (double) ours.nanoseconds() / hotSpot.nanoseconds();
    }

    double toGcc() {
        return (double) ours.nanoseconds() / gcc.nanoseconds();
    }

    /** The tax of safety. */
    double toUnchecked() {
        return (double) ours.nanoseconds() / unchecked.nanoseconds();
    }

    boolean agrees() {
        return ours.result().equals(unchecked.result()) && ours.result().equals(hotSpot.result()) && ours.result().equals(gcc.result());
    }

    String row() {
        return String.format(Locale.ROOT, "%-12s %14.1f %14.1f %14.1f %12.2f %12.2f %12.2f%s%n", kernel, ours.nanoseconds() / NANOSECONDS, hotSpot.nanoseconds() / NANOSECONDS,
                gcc.nanoseconds() / NANOSECONDS, toHotSpot(), toGcc(), toUnchecked(), agrees() ? "" : "  RESULTS DIFFER");
    }
}
