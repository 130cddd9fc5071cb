/** Start-up of a compiled Linux program: heap, arguments, main, exit. */
package org.peaberry.runtime.linux;

import java.nio.charset.StandardCharsets;

import org.peaberry.runtime.allocation.Heap;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.annotation.Entrypoint;
import org.peaberry.runtime.annotation.Entrypoints;
import org.peaberry.runtime.jdk.HostMaps;
import org.peaberry.runtime.object.ObjectAccess;
import org.peaberry.runtime.object.ObjectLayout;
import org.peaberry.runtime.platform.Platform;
import org.peaberry.runtime.unboxed.Address;

@Entrypoints(LinuxFaults.class)
public final class LinuxStart {
    private static final byte[] NO_HEAP = ("fatal: there is no address space for the heap. Compile the program with a smaller --heap-size, "
            + "or raise the limit (ulimit -v)\n").getBytes(StandardCharsets.US_ASCII);
    private static final int NO_HEAP_STATUS = 1;

    private LinuxStart() {
    }

    /**
     * Called by the image's {@code _start}. Never returns.
     *
     * @param initialStack where argc is, then argv (System V ABI, AMD64 supplement §3.4.1)
     * @param heapBytes    address space to reserve
     */
    @Entrypoint("linux_start")
    @BootOnly
    static void start(Address initialStack, long heapBytes) {
        Address memory = SystemCall.reserve(heapBytes);
        if (SystemCall.isError(memory)) {
            SystemCall.write(LinuxPlatform.STANDARD_ERROR, ObjectAccess.addressOf(NO_HEAP).plus(ObjectLayout.ARRAY_ELEMENTS_OFFSET), NO_HEAP.length);
            SystemCall.exit(NO_HEAP_STATUS);
        }
        SystemCall.preferLargePages(memory, heapBytes);
        Address faultStack = memory.plus(LinuxPlatform.SCRATCH_SIZE);
        LinuxFaults.install(faultStack, memory);
        Heap.initialize(faultStack.plus(LinuxFaults.STACK_SIZE), heapBytes - LinuxPlatform.SCRATCH_SIZE - LinuxFaults.STACK_SIZE);
        Platform.install(new LinuxPlatform(memory));
        HostMaps.start();
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
