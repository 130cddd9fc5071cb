/** Looks for the hypervisor's panic in what comes over the console, and for silence after it. */
package org.peaberry.boot.machine;

import java.nio.charset.StandardCharsets;

final class PanicWatch {
    private static final byte[] PANIC = "(peaberry) panic:".getBytes(StandardCharsets.US_ASCII);
    private static final long REPORT_NANOSECONDS = 2_000_000_000L;

    private int matched;
    private volatile boolean seen;
    private volatile long lastOutput = System.nanoTime();

    /** Takes the console's next bytes. */
    void accept(byte[] bytes, int count) {
        lastOutput = System.nanoTime();
        for (int i = 0; i < count; i++) {
            accept(bytes[i]);
        }
    }

    boolean seen() {
        return seen;
    }

    /** Whether a panic was seen and its report, as far as one can tell, is complete. */
    boolean reportComplete() {
        return seen && System.nanoTime() - lastOutput > REPORT_NANOSECONDS;
    }

    /** Only the start of a line counts: what a guest quotes in the middle of one is no panic. */
    private void accept(byte next) {
        if (next == '\n' || next == '\r') {
            matched = 0;
        } else if (matched >= 0 && matched < PANIC.length && next == PANIC[matched]) {
            matched++;
            seen |= matched == PANIC.length;
        } else {
            matched = -1;
        }
    }
}
