/** One measured value with its target and Xen's. */
package org.peaberry.bench;

import java.util.Locale;

/** @param unit what is counted
 * @param value measured; lower is better
 * @param target the most it may be; 0 when there is none
 * @param xen Xen 4.17's value on the same machine; 0 when it was not measured */
record Figure(String name, String unit, double value, double target, double xen) {
    static final String HEADING = String.format(Locale.ROOT, "%-66s %14s %14s %14s %10s  %s%n", "figure", "Peaberry", "target", "Xen 4.17", "Xen/ours", "");

    boolean reached() {
        return target == 0 || value <= target;
    }

    String row() {
        return String.format(Locale.ROOT, "%-66s %14s %14s %14s %10s  %s%n", name + ", " + unit, number(value), limit(target), limit(xen), ratio(),
                reached() ? "" : "MISSED");
    }

    private String ratio() {
        return xen == 0 || value == 0 ? "" : String.format(Locale.ROOT, "%.1f", xen / value);
    }

    private static String limit(double value) {
        return value == 0 ? "" : number(value);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,d", (long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
