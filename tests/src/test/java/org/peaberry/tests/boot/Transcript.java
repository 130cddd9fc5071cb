/** All that came over the serial console, for tests that wait for text in it. */
package org.peaberry.tests.boot;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class Transcript extends OutputStream {
    private static final int POLL_MILLISECONDS = 100;
    private static final int SHOWN_AT_FAILURE = 6000;

    private final StringBuilder text = new StringBuilder();
    private int consumed;

    @Override
    public synchronized void write(int character) {
        text.append((char) (character & 0xFF));
        notifyAll();
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        text.append(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
        notifyAll();
    }

    /** Waits for text behind the last match.
     * @param over whether no more will come
     * @return what came before the match, and its groups
     * @throws AssertionError when it does not come in time */
    synchronized Found expect(Pattern pattern, Duration limit, BooleanSupplier over) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            boolean last = over.getAsBoolean();
            Matcher matcher = pattern.matcher(text);
            if (matcher.find(consumed)) {
                Found found = new Found(text.substring(consumed, matcher.start()), matcher.toMatchResult());
                consumed = matcher.end();
                return found;
            }
            if (last || System.nanoTime() > deadline) {
                throw new AssertionError((last ? "the machine ended" : limit.toSeconds() + " s passed") + " before the console showed: "
                        + pattern + "\nIts last lines:\n" + tail());
            }
            wait(POLL_MILLISECONDS);
        }
    }

    synchronized String all() {
        return text.toString();
    }

    synchronized String tail() {
        return text.substring(Math.max(0, text.length() - SHOWN_AT_FAILURE));
    }
}
