/** Stock Linux as dom0, from power-on to power-off, on one machine that the tests share. */
package org.peaberry.tests.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.peaberry.boot.machine.BootMethod;
import org.peaberry.boot.machine.Ending;
import org.peaberry.boot.machine.Machine;

@Tag("boot")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class Dom0ShellTest {
    private static final int LEAST_FREED_KIB = 200;

    private SerialSession machine;

    @BeforeAll
    void bootToTheShell() throws InterruptedException {
        machine = SerialSession.boot(Machine.standard(), Boot.product(), BootMethod.KERNEL);
        machine.expect(Boot.INIT_REACHED, Boot.TO_INIT);
        machine.expect(Boot.PROMPT, Boot.TO_SHELL);
    }

    @AfterAll
    void end() throws InterruptedException {
        machine.close();
    }

    @Test
    @Order(1)
    void whatIsTypedIsExecuted() throws InterruptedException {
        assertEquals("42\n", machine.shell("echo $((6 * 7))"));
    }

    @Test
    @Order(2)
    void kernelIsDebians() throws InterruptedException {
        String answer = machine.shell("uname -a");
        assertTrue(answer.matches("Linux .* 6\\.1\\.0-\\d+-amd64 .* Debian 6\\.1\\..* x86_64 GNU/Linux\n"), answer);
    }

    @Test
    @Order(3)
    void linuxSeesXen() throws InterruptedException {
        assertEquals("xen\n", machine.shell("cat /sys/hypervisor/type"));
    }

    @Test
    @Order(4)
    void kernelLogNamesXenAndPvh() throws InterruptedException {
        String log = machine.shell("dmesg | grep -i xen");
        assertTrue(log.contains("Hypervisor detected: Xen HVM"), log);
        assertTrue(log.contains("Booting kernel on Xen PVH"), log);
    }

    @Test
    @Order(5)
    void devicesInterruptThroughTheIoApic() throws InterruptedException {
        String interrupts = machine.shell("cat /proc/interrupts");
        assertTrue(Pattern.compile("IO-APIC.* i8042").matcher(interrupts).find(), interrupts);
        assertTrue(Pattern.compile("IO-APIC.* acpi").matcher(interrupts).find(), interrupts);
    }

    @Test
    @Order(6)
    void timerAndConsoleEventsCount() throws InterruptedException {
        String before = machine.shell("cat /proc/interrupts");
        String after = machine.shell("sleep 1; cat /proc/interrupts");
        assertTrue(Interrupts.count(after, "xen-percpu\\s+-virq\\s+timer0") > Interrupts.count(before, "xen-percpu\\s+-virq\\s+timer0"), after);
        assertTrue(Interrupts.count(after, "hvc_console") > Interrupts.count(before, "hvc_console"), after);
    }

    @Test
    @Order(7)
    void fiveSecondsOfSleepAreFiveSecondsOfTheHost() throws InterruptedException {
        machine.type("echo be''fore; sleep 5; echo aft''er");
        machine.expectLine("before", Duration.ofSeconds(10));
        long start = System.nanoTime();
        machine.expectLine("after", Duration.ofSeconds(30));
        double seconds = (System.nanoTime() - start) / 1e9;
        assertTrue(seconds > 4.7 && seconds < 6.5, "sleep 5 took " + seconds + " s");
    }

    /** Code alone is 180 KiB. */
    @Test
    @Order(8)
    void bootGaveItsCodeAndObjectsBack() {
        Matcher freed = Pattern.compile("freed (\\d+) KiB of boot code and data").matcher(machine.console());
        assertTrue(freed.find(), machine.console());
        assertTrue(Integer.parseInt(freed.group(1)) > LEAST_FREED_KIB, freed.group());
    }

    @Test
    @Order(9)
    void poweroffEndsTheMachine() throws InterruptedException {
        machine.type("poweroff");
        assertEquals(Ending.POWERED_OFF, machine.awaitEnd(Boot.TO_END), machine.console());
    }
}
