/** What exits cost on one machine, from the conformance guest's report. */
package org.peaberry.bench.exits;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.peaberry.boot.host.BuildException;
import org.peaberry.conformance.guest.ExitKind;

public final class ExitCosts {
    private static final int HEXADECIMAL = 16;

    private final Map<ExitKind, Long> ticks = new EnumMap<>(ExitKind.class);

    /** @throws BuildException when the console lacks a line of the report */
    public ExitCosts(String console) {
        for (ExitKind kind : ExitKind.values()) {
            Matcher matcher = Pattern.compile("COST " + kind.tag() + " 0x([0-9a-f]+)").matcher(console);
            if (!matcher.find()) {
                throw new BuildException("the conformance guest did not tell its '" + kind.tag() + "'. Its console:\n" + console);
            }
            ticks.put(kind, Long.parseLong(matcher.group(1), HEXADECIMAL));
        }
    }

    /** Instructions of the hypervisor for one CPUID, that of the dearest leaf. */
    public double cpuid() {
        return Arrays.stream(ExitKind.values()).filter(kind -> !kind.isBase() && !kind.isCall()).mapToDouble(this::each).max().orElseThrow();
    }

    /** Instructions of the hypervisor for one xen_version hypercall. */
    public double xenVersion() {
        return each(ExitKind.XEN_VERSION);
    }

    /** One line: every kind. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (ExitKind kind : ExitKind.values()) {
            if (!kind.isBase()) {
                text.append(kind.tag()).append(' ').append(each(kind)).append("  ");
            }
        }
        return text.toString();
    }

    private double each(ExitKind kind) {
        return (double) (ticks.get(kind) - ticks.get(kind.base())) / ExitKind.REPETITIONS;
    }
}
