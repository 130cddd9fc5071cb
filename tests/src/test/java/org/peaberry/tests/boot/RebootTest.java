/** dom0's reboot resets the machine. */
package org.peaberry.tests.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peaberry.boot.machine.BootMethod;
import org.peaberry.boot.machine.Ending;
import org.peaberry.boot.machine.Machine;

@Tag("boot")
class RebootTest {
    @Test
    void rebootResetsTheMachine() throws InterruptedException {
        try (SerialSession machine = SerialSession.boot(Machine.standard(), Boot.product(), BootMethod.KERNEL)) {
            machine.expect(Boot.PROMPT, Boot.TO_INIT);
            machine.type("reboot");
            assertEquals(Ending.RESET, machine.awaitEnd(Boot.TO_END), machine.console());
        }
    }
}
