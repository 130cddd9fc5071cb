/** The archive's bytes, field by field. */
package org.peaberry.boot.dom0;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

class CpioArchiveTest {
    private static final int HEADER = 110;

    @Test
    void fileEntryIsAsLinuxReadsIt() {
        CpioArchive archive = new CpioArchive();
        archive.file("init", 0755, "abc".getBytes(StandardCharsets.US_ASCII));
        String text = new String(archive.finish(), StandardCharsets.US_ASCII);
        assertEquals("070701", text.substring(0, 6));
        assertEquals("000081ED", text.substring(14, 22));            // mode: regular, rwxr-xr-x
        assertEquals("00000003", text.substring(54, 62));            // size
        assertEquals("00000005", text.substring(94, 102));           // name with its zero
        assertEquals("init\0\0abc\0", text.substring(HEADER, HEADER + 10));
    }

    @Test
    void deviceEntryHoldsItsNumbers() {
        CpioArchive archive = new CpioArchive();
        archive.characterDevice("dev/console", 5, 1);
        String text = new String(archive.finish(), StandardCharsets.US_ASCII);
        assertEquals("00002180", text.substring(14, 22));
        assertEquals("0000000500000001", text.substring(78, 94));
    }

    @Test
    void linkHoldsItsTarget() {
        CpioArchive archive = new CpioArchive();
        archive.link("sh", "busybox");
        byte[] bytes = archive.finish();
        assertArrayEquals("busybox".getBytes(StandardCharsets.US_ASCII), Arrays.copyOfRange(bytes, HEADER + 6, HEADER + 13));
    }

    @Test
    void everyEntryStartsAtAMultipleOfFour() {
        CpioArchive archive = new CpioArchive();
        for (int length = 0; length < 8; length++) {
            archive.file("f".repeat(length + 1), 0644, new byte[length]);
        }
        String text = new String(archive.finish(), StandardCharsets.ISO_8859_1);
        int entries = 0;
        for (int at = text.indexOf("070701"); at >= 0; at = text.indexOf("070701", at + 1)) {
            assertEquals(0, at % 4);
            entries++;
        }
        assertEquals(9, entries);
        assertTrue(text.contains("TRAILER!!!"));
    }
}
