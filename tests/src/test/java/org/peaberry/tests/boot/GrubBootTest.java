/** The ISO image brings dom0 to its shell, by both versions of Multiboot. */
package org.peaberry.tests.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peaberry.boot.iso.BootFiles;
import org.peaberry.boot.machine.BootMethod;
import org.peaberry.boot.machine.Ending;
import org.peaberry.boot.machine.Machine;

@Tag("boot")
class GrubBootTest {
    /** The hypervisor unpacks it. */
    @Test
    void multiboot2BringsTheStockKernelToItsShell() throws InterruptedException {
        reachesTheShell(Boot.stock(), BootMethod.GRUB);
    }

    @Test
    void multiboot1BringsDom0ToItsShell() throws InterruptedException {
        reachesTheShell(Boot.product(), BootMethod.GRUB1);
    }

    private static void reachesTheShell(BootFiles files, BootMethod method) throws InterruptedException {
        try (SerialSession machine = SerialSession.boot(Machine.standard(), files, method)) {
            machine.expect(Boot.INIT_REACHED, Boot.TO_INIT);
            machine.expect(Boot.PROMPT, Boot.TO_SHELL);
            machine.type("poweroff");
            assertEquals(Ending.POWERED_OFF, machine.awaitEnd(Boot.TO_END), machine.console());
        }
    }
}
