/** Start-up of a compiled Linux program: heap, arguments, main, exit. */
package org.peaberry.runtime.linux;

import org.peaberry.runtime.allocation.Heap;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.annotation.Entrypoint;
import org.peaberry.runtime.annotation.Entrypoints;
import org.peaberry.runtime.platform.Platform;
import org.peaberry.runtime.unboxed.Address;

@Entrypoints(LinuxFaults.class)
public final class LinuxStart {
    private static final long HEAP_RESERVATION = 16L << 30;

    private LinuxStart() {
    }

    /**
     * Called by the image's {@code _start} with the initial stack pointer: argc, then argv (System V ABI, AMD64 supplement §3.4.1).
     * Never returns.
     */
    @Entrypoint("linux_start")
    @BootOnly
    static void start(Address initialStack) {
        Address memory = SystemCall.reserve(HEAP_RESERVATION);
        SystemCall.preferLargePages(memory, HEAP_RESERVATION);
        Address faultStack = memory.plus(LinuxPlatform.SCRATCH_SIZE);
        LinuxFaults.install(faultStack, memory);
        Heap.initialize(faultStack.plus(LinuxFaults.STACK_SIZE), HEAP_RESERVATION - LinuxPlatform.SCRATCH_SIZE - LinuxFaults.STACK_SIZE);
        Platform.install(new LinuxPlatform(memory));
        ProgramMain.main(arguments(initialStack));
        Platform.current().exit(0);
    }

    private static String[] arguments(Address initialStack) {
        int count = (int) initialStack.loadLong() - 1;
        String[] arguments = new String[Math.max(0, count)];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = text(Address.of(initialStack.loadLong((i + 2L) * Long.BYTES)));
        }
        return arguments;
    }

    private static String text(Address zeroTerminated) {
        StringBuilder builder = new StringBuilder();
        Utf8Reader reader = new Utf8Reader(zeroTerminated.toLong());
        for (int point = reader.next(); point != 0; point = reader.next()) {
            builder.appendCodePoint(point);
        }
        return builder.toString();
    }
}
