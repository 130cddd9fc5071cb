/** The command line: Xen's syntax, defaults, and what is said of the rest. */
package org.peaberry.kernel.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class BootOptionsTest {
    private final List<String> problems = new ArrayList<>();

    private BootOptions parse(String line) {
        return BootOptions.parse(line, new OptionProblems() {
            @Override
            public void unknownOption(String option) {
                problems.add("unknown " + option);
            }

            @Override
            public void malformedValue(String option, String expected) {
                problems.add("malformed " + option);
            }
        });
    }

    @Test
    void anEmptyLineGivesTheDefaults() {
        BootOptions options = parse("  ");
        assertEquals(BootOptions.ALL_MEMORY, options.dom0Memory());
        assertEquals(115200, options.baud());
        assertTrue(options.serialConsole());
        assertFalse(options.noReboot());
        assertEquals(List.of(), problems);
    }

    @Test
    void theUsualLineIsUnderstood() {
        BootOptions options = parse("com1=57600,8n1 console=com1 dom0_mem=512M,max:1G loglvl=all guest_loglvl=debug/all noreboot dom0=pvh");
        assertEquals(512L << 20, options.dom0Memory());
        assertEquals(57600, options.baud());
        assertTrue(options.noReboot());
        assertEquals(LogLevel.ALL, options.logLevel());
        assertEquals(LogLevel.DEBUG, options.guestLogLevel());
        assertEquals(List.of(), problems);
    }

    @Test
    void featuresOfTheProcessorCanBeLeftUnused() {
        assertTrue(parse("").virtualApic());
        assertFalse(parse("apicv=off").virtualApic());
        assertTrue(parse("apicv=0 apicv").virtualApic());
        assertTrue(parse("").preemptionTimer());
        assertFalse(parse("preemption-timer=no").preemptionTimer());
    }

    @Test
    void sizesHaveXensSuffixes() {
        assertEquals(65536 << 10, parse("dom0_mem=65536").dom0Memory());
        assertEquals(3L << 30, parse("dom0_mem=3g").dom0Memory());
        assertEquals(1L << 20, parse("dom0_mem=1048576B").dom0Memory());
        assertEquals(2L << 30, parse("dom0_mem=min:1G,max:2G").dom0Memory());
    }

    @Test
    void whatIsUnknownOrMalformedIsNamedAndIgnored() {
        BootOptions options = parse("dom0_mem=12Q com1=fast console=vga loglvl=loud noreboot=perhaps dom0=pv flux=1 dom0_mem=99999999999999999999G");
        assertEquals(List.of("malformed dom0_mem=12Q", "malformed com1=fast", "malformed console=vga", "malformed loglvl=loud",
                "malformed noreboot=perhaps", "malformed dom0=pv", "unknown flux=1", "malformed dom0_mem=99999999999999999999G"), problems);
        assertEquals(BootOptions.ALL_MEMORY, options.dom0Memory());
        assertFalse(options.noReboot());
    }

    @Test
    void theLastOfSeveralCounts() {
        assertEquals(2L << 20, parse("dom0_mem=1M dom0_mem=2M").dom0Memory());
    }
}
