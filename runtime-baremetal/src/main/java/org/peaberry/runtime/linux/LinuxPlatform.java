/** Linux below a compiled program: buffered standard output, unbuffered errors. */
package org.peaberry.runtime.linux;

import org.peaberry.runtime.exception.Backtrace;
import org.peaberry.runtime.jdk.PlatformErrorPrinter;
import org.peaberry.runtime.platform.Platform;
import org.peaberry.runtime.unboxed.Address;

final class LinuxPlatform extends Platform {
    /** Bytes at the start of the heap that the platform keeps for itself. */
    static final int SCRATCH_SIZE = 8192;

    private static final int STANDARD_OUTPUT = 1;
    static final int STANDARD_ERROR = 2;
    private static final int UNCAUGHT_STATUS = 1;
    private static final int BUFFER_OFFSET = 64;
    private static final long NANOSECONDS_PER_MILLISECOND = 1_000_000;

    private final long scratch;
    private int buffered;

    LinuxPlatform(Address scratch) {
        this.scratch = scratch.toLong();
    }

    @Override
    public void write(int character) {
        if (BUFFER_OFFSET + buffered == SCRATCH_SIZE) {
            flush();
        }
        Address.of(scratch).store(BUFFER_OFFSET + buffered++, (byte) character);
    }

    @Override
    public void writeError(int character) {
        flush();
        Address.of(scratch).store((byte) character);
        SystemCall.write(STANDARD_ERROR, Address.of(scratch), 1);
    }

    private void flush() {
        if (buffered > 0) {
            int count = buffered;
            buffered = 0;
            SystemCall.write(STANDARD_OUTPUT, Address.of(scratch + BUFFER_OFFSET), count);
        }
    }

    @Override
    public void uncaught(Throwable exception) {
        PlatformErrorPrinter.INSTANCE.print("Exception in thread \"main\" ");
        Backtrace.print(PlatformErrorPrinter.INSTANCE, exception);
        exit(UNCAUGHT_STATUS);
    }

    @Override
    public void exit(int status) {
        flush();
        SystemCall.exit(status);
    }

    @Override
    public long nanoTime() {
        return SystemCall.monotonicNanoseconds(Address.of(scratch));
    }

    @Override
    public long currentTimeMillis() {
        return SystemCall.realNanoseconds(Address.of(scratch)) / NANOSECONDS_PER_MILLISECOND;
    }
}
