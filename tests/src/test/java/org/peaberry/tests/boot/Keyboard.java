/** What a test types, as a stream. */
package org.peaberry.tests.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

final class Keyboard extends InputStream {
    private final BlockingQueue<Byte> keys = new LinkedBlockingQueue<>();

    void type(String text) {
        for (byte key : text.getBytes(StandardCharsets.UTF_8)) {
            keys.add(key);
        }
    }

    @Override
    public int read() throws IOException {
        try {
            return Byte.toUnsignedInt(keys.take());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** One key at a time: the caller wants to see each as it comes. */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        buffer[offset] = (byte) read();
        return 1;
    }
}
