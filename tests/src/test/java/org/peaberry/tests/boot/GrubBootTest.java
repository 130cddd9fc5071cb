/** The ISO image brings dom0 to its shell, by both versions of Multiboot. */
package org.peaberry.tests.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peaberry.boot.machine.BootMethod;
import org.peaberry.boot.machine.Ending;
import org.peaberry.boot.machine.Machine;

@Tag("boot")
class GrubBootTest {
    @ParameterizedTest
    @EnumSource(value = BootMethod.class, names = {"GRUB", "GRUB1"})
    void grubBootsDom0ToItsShell(BootMethod method) throws InterruptedException {
        try (SerialSession machine = SerialSession.boot(Machine.standard(), Boot.product(), method)) {
            machine.expect(Boot.INIT_REACHED, Boot.TO_INIT);
            machine.expect(Boot.PROMPT, Boot.TO_SHELL);
            machine.type("poweroff");
            assertEquals(Ending.POWERED_OFF, machine.awaitEnd(Boot.TO_END), machine.console());
        }
    }
}
