/** Machines with VT-x, and one with AMD-V of another maker than QEMU's, run dom0 from power-on to power-off; one without either says so. */
package org.peaberry.tests.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peaberry.boot.iso.BootFiles;
import org.peaberry.boot.machine.BochsMachine;
import org.peaberry.boot.machine.BochsModel;
import org.peaberry.boot.machine.BootMethod;
import org.peaberry.boot.machine.Ending;

@Tag("boot")
class BochsBootTest {
    private static final Pattern NO_VIRTUALIZATION = Pattern.compile("(?m)^\\(peaberry\\)[^\\n]*(AMD-V|SVM)");
    /** From power-on to power-off. */
    private static final Duration LIMIT = Duration.ofMinutes(6);
    private static final Duration TO_MESSAGE = Duration.ofMinutes(2);

    @ParameterizedTest
    @ValueSource(strings = {BochsModel.INTEL_HASWELL, BochsModel.INTEL_SANDY_BRIDGE, BochsModel.AMD_RYZEN})
    void dom0RunsFromPowerOnToPowerOff(String processor) throws InterruptedException {
        BootFiles files = Boot.product().withKernelOptions(BochsMachine.KERNEL_OPTIONS);
        try (SerialSession machine = SerialSession.boot(BochsMachine.standard(processor), files, BootMethod.GRUB)) {
            machine.expect(Boot.INIT_REACHED, LIMIT);
            machine.expect(Boot.PROMPT, Boot.TO_SHELL);
            String kernel = machine.shell("uname -a; cat /sys/hypervisor/type");
            assertTrue(kernel.matches("Linux .* 6\\.1\\.0-\\d+-amd64 .* x86_64 GNU/Linux\nxen\n"), kernel);
            sleepsAsLongAsItsClockSays(machine);
            typedKeysInterrupt(machine);
            machine.type("poweroff");
            assertEquals(Ending.POWERED_OFF, machine.awaitEnd(Boot.TO_END), machine.console());
        }
    }

    @Test
    void aMachineWithoutVirtualizationSaysSoAndResets() throws InterruptedException {
        BochsMachine computer = BochsMachine.standard(BochsModel.INTEL_PRESCOTT).withMemory(512);
        try (SerialSession machine = SerialSession.boot(computer, Boot.product(), BootMethod.GRUB)) {
            machine.expect(NO_VIRTUALIZATION, TO_MESSAGE);
            assertEquals(Ending.RESET, machine.awaitEnd(Boot.TO_ERROR), machine.console());
        }
    }

    /** The machine's time is not the host's: dom0 asks the battery-backed clock, which it does not keep itself. */
    private static void sleepsAsLongAsItsClockSays(SerialSession machine) throws InterruptedException {
        String[] seconds = machine.shell("cat /sys/class/rtc/rtc0/since_epoch; sleep 5; cat /sys/class/rtc/rtc0/since_epoch").split("\n");
        long passed = Long.parseLong(seconds[1]) - Long.parseLong(seconds[0]);
        assertTrue(passed >= 5 && passed <= 6, "sleep 5 took " + passed + " s by the battery-backed clock");
    }

    private static void typedKeysInterrupt(SerialSession machine) throws InterruptedException {
        long before = Interrupts.count(machine.shell("cat /proc/interrupts"), "hvc_console");
        long after = Interrupts.count(machine.shell("cat /proc/interrupts"), "hvc_console");
        assertTrue(after > before, before + " console events, then " + after);
    }
}
