/** The figures that were promised are reached; how they are measured is in docs/testing.md. */
package org.peaberry.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peaberry.bench.bochs.BootCounts;
import org.peaberry.bench.bochs.CountedBochsBoot;
import org.peaberry.boot.host.Project;
import org.peaberry.boot.machine.BochsModel;

class FiguresTest {
    private static final Duration LIMIT = Duration.ofMinutes(8);

    @Test
    @Tag("boot")
    void everyCountIsWithinItsTarget() {
        Figures figures = new Figures();
        figures.counts(new CountedBoot(Project.current()).run(LIMIT, false));
        assertTrue(figures.allReached(), figures.table());
    }

    @Test
    @Tag("boot")
    void dom0BootsOnVtXForAboutWhatItTakesOnAmdV() {
        CountedBochsBoot boot = new CountedBochsBoot(Project.current());
        Figures figures = new Figures();
        figures.bochsBoot(boot.run(BochsModel.INTEL_HASWELL, LIMIT, false), boot.run(BochsModel.AMD_RYZEN, LIMIT, false));
        assertTrue(figures.allReached(), figures.table());
    }

    @Test
    void figureOfEachPartOfTheTableCounts() {
        Figures figures = new Figures();
        figures.bochsBoot(new BootCounts(1200, 100, 10), new BootCounts(1000, 100, 10));
        figures.begin("another machine");
        assertTrue(figures.allReached());
        figures.bochsBoot(new BootCounts(1201, 100, 10), new BootCounts(1000, 100, 10));
        assertFalse(figures.allReached());
        assertTrue(figures.table().contains("another machine\nfigure"), figures.table());
    }

    @Test
    void figureAboveItsTargetIsMissed() {
        Figure figure = new Figure("something", "number", 11, 10, 0);
        assertFalse(figure.reached());
        assertTrue(figure.row().contains("MISSED"), figure.row());
    }

    @Test
    void countsBetweenTwoEventsAreTheirDifference() {
        CountReport report = new CountReport(List.of("entry hypervisor 100 guest 0 entries 0", "mark-1 hypervisor 600 guest 5000 entries 10"));
        Counts counts = report.between(Event.FIRST_ENTRY, Event.INIT);
        assertEquals(new Counts(500, 5000, 10), counts);
        assertEquals(50, counts.perEntry());
    }
}
