/** What exits cost, on the machines that have both emulators' counters; and how the guest's report is read. */
package org.peaberry.bench.exits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peaberry.boot.host.BuildException;
import org.peaberry.boot.host.Project;
import org.peaberry.boot.machine.BochsModel;
import org.peaberry.conformance.guest.ExitKind;

class ExitCostsTest {
    private static final double MOST_FOR_CPUID = 250;
    private static final double MOST_FOR_HYPERCALL = 300;

    private static String report(int base, int each) {
        StringBuilder text = new StringBuilder();
        for (ExitKind kind : ExitKind.values()) {
            long ticks = base + (kind.isBase() ? 0L : (long) (each + kind.ordinal()) * ExitKind.REPETITIONS);
            text.append("(dom0) COST ").append(kind.tag()).append(String.format(" 0x%x%n", ticks));
        }
        return text.toString();
    }

    private static void assertCheap(ExitCosts costs) {
        assertTrue(costs.cpuid() <= MOST_FOR_CPUID && costs.xenVersion() <= MOST_FOR_HYPERCALL, costs.toString());
    }

    @Test
    void loopsOwnCostIsTakenAwayAndTheDearestLeafCounts() {
        ExitCosts costs = new ExitCosts(report(2000, 100));
        assertEquals(100 + ExitKind.CPUID_MISSING.ordinal(), costs.cpuid());
        assertEquals(100 + ExitKind.XEN_VERSION.ordinal(), costs.xenVersion());
    }

    @Test
    void missingLineIsAnError() {
        assertThrows(BuildException.class, () -> new ExitCosts(report(1, 1).replace("xen_version", "something")));
    }

    @Test
    @Tag("boot")
    void anExitIsCheapOnAmdV() {
        assertCheap(new ExitMeasurement(Project.current()).onQemu());
    }

    @Test
    @Tag("boot")
    void anExitIsCheapOnVtX() {
        ExitMeasurement measurement = new ExitMeasurement(Project.current());
        assertCheap(measurement.onBochs(BochsModel.INTEL_HASWELL));
        assertCheap(measurement.onBochs(BochsModel.INTEL_SANDY_BRIDGE));
    }
}
