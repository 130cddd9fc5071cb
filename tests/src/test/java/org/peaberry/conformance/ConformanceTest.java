/** Guests' processors behave as the manuals say, on AMD-V and on VT-x. */
package org.peaberry.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peaberry.boot.host.Project;

@Tag("boot")
class ConformanceTest {
    private static final Duration LIMIT = Duration.ofMinutes(8);

    @Test
    void everyCheckPassesOnEveryMachine() {
        ResultTable table = new Conformance(Project.current(), LIMIT).run(TestMachine.underTest(), "");
        assertTrue(table.isGood(), table::problems);
    }
}
