/** The default dom0's kernel and initramfs work without a hypervisor; so what fails with one is not their fault. */
package org.peaberry.tests.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peaberry.boot.dom0.Dom0Payload;
import org.peaberry.boot.host.Project;
import org.peaberry.boot.machine.Ending;
import org.peaberry.boot.machine.Machine;

@Tag("boot")
class PayloadTest {
    @Test
    void payloadWorksWithoutHypervisor() throws InterruptedException {
        Dom0Payload payload = new Dom0Payload(Project.current());
        try (SerialSession machine = SerialSession.bootLinux(Machine.standard(), payload.packedKernel(), payload.initrd(), "console=ttyS0 panic=5")) {
            machine.expect(Boot.INIT_REACHED, Boot.TO_INIT);
            machine.expect(Boot.PROMPT, Boot.TO_SHELL);
            assertEquals("42\n", machine.shell("echo $((6 * 7))"));
            machine.type("poweroff");
            assertEquals(Ending.POWERED_OFF, machine.awaitEnd(Boot.TO_END), machine.console());
        }
    }
}
