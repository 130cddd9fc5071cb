/** What Bochs's log says of a machine's end, read while it grows. */
package org.peaberry.boot.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BochsLogTest {
    private static final String START = "00000000000i[SYS   ] bx_pc_system_c::Reset(HARDWARE) called\n";

    @TempDir
    private Path folder;
    private Path file;
    private BochsLog log;

    @BeforeEach
    void open() {
        file = folder.resolve("log");
        log = new BochsLog(file, folder.resolve("screen"));
    }

    @Test
    void missingLogSaysNothing() throws IOException {
        log.follow();
        assertFalse(log.poweredOff() || log.wasReset());
    }

    @Test
    void startIsNoReset() throws IOException {
        add(START);
        assertFalse(log.wasReset());
    }

    @Test
    void secondResetIsOne() throws IOException {
        add(START);
        add("00000004711i[SYS   ] bx_pc_system_c::Reset(SOFTWARE) called\n");
        assertTrue(log.wasReset());
        assertFalse(log.poweredOff());
    }

    @Test
    void messageThatIsWrittenInPartsIsSeenOnce() throws IOException {
        add(START.substring(0, 30));
        add(START.substring(30));
        assertFalse(log.wasReset());
    }

    @Test
    void softPowerOffIsSeen() throws IOException {
        add(START + "00000004711p[ACPI  ] >>PANIC<< ACPI control: soft power off\n");
        assertTrue(log.poweredOff());
        assertFalse(log.wasReset());
    }

    @Test
    void withoutLogTheScreenHasTheFailure() throws IOException {
        Files.writeString(folder.resolve("screen"), "unknown parameter\n");
        assertEquals(List.of("unknown parameter"), log.failure());
    }

    @Test
    void panicIsTheFailureWhateverCameAfterIt() throws IOException {
        String panic = "00000000000p[SIM   ] >>PANIC<< numerical parameter 'host_size' is out of range";
        add(START + panic + "\n00000000000i[SIM   ] quit_sim called\n");
        assertEquals(List.of(panic), log.failure());
    }

    private void add(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        log.follow();
    }
}
