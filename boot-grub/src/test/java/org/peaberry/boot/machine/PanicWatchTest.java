/** What counts as the hypervisor's panic. */
package org.peaberry.boot.machine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class PanicWatchTest {
    private final PanicWatch watch = new PanicWatch();

    @Test
    void panicAtTheStartOfALineIsSeen() {
        feed("(peaberry) booting\r\n(peaberry) panic: page fault\r\n");
        assertTrue(watch.seen());
    }

    @Test
    void panicThatComesInPiecesIsSeen() {
        feed("x\n(peaberry) pa");
        assertFalse(watch.seen());
        feed("nic: page fault");
        assertTrue(watch.seen());
    }

    @Test
    void quotedPanicIsNone() {
        feed("echo (peaberry) panic: no\r\n((peaberry) panic: no\r\n");
        assertFalse(watch.seen());
    }

    @Test
    void otherLinesOfTheHypervisorAreNone() {
        feed("(peaberry) panics are rare\r\n");
        assertFalse(watch.seen());
    }

    private void feed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        watch.accept(bytes, bytes.length);
    }
}
