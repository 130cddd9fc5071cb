/** The Linux system calls that compiled programs need. Numbers: Linux, arch/x86/entry/syscalls/syscall_64.tbl. */
package org.peaberry.runtime.linux;

import org.peaberry.runtime.annotation.Intrinsic;
import org.peaberry.runtime.unboxed.Address;

final class SystemCall {
    private static final int WRITE = 1;
    private static final int MMAP = 9;
    private static final int RT_SIGACTION = 13;
    private static final int MADVISE = 28;
    private static final int SIGALTSTACK = 131;
    private static final int CLOCK_GETTIME = 228;
    private static final int EXIT_GROUP = 231;

    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_PRIVATE_ANONYMOUS_NORESERVE = 0x4022;
    private static final int MADV_HUGEPAGE = 14;
    private static final int CLOCK_REALTIME = 0;
    private static final int CLOCK_MONOTONIC = 1;
    private static final int MAX_ERRNO = 4095;
    private static final long NANOSECONDS_PER_SECOND = 1_000_000_000L;

    private SystemCall() {
    }

    @Intrinsic(Intrinsic.Operation.SYSTEM_CALL)
    private static long call(long number, long a, long b, long c, long d, long e, long f) {
        throw new UnsupportedOperationException("compiled programs only");
    }

    /** Writes all bytes, however often that takes; gives up silently on an error, as there is nobody to tell. */
    static void write(int fileDescriptor, Address bytes, long count) {
        long done = 0;
        while (done < count) {
            long written = call(WRITE, fileDescriptor, bytes.plus(done).toLong(), count - done, 0, 0, 0);
            if (written <= 0) {
                return;
            }
            done += written;
        }
    }

    /** Address space that takes memory only where it is touched; or an {@link #isError error}. */
    static Address reserve(long bytes) {
        return Address.of(call(MMAP, 0, bytes, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS_NORESERVE, -1, 0));
    }

    /** Whether what a system call gave is the negative of an error number (Linux, include/linux/err.h). */
    static boolean isError(Address result) {
        return result.toLong() < 0 && result.toLong() >= -MAX_ERRNO;
    }

    /** Asks for large pages where memory is touched, which cost one fault instead of 512; a kernel that has none goes on without. */
    static void preferLargePages(Address start, long bytes) {
        call(MADVISE, start.toLong(), bytes, MADV_HUGEPAGE, 0, 0, 0);
    }

    /** Nanoseconds since some moment; the two words at the address are overwritten. */
    static long monotonicNanoseconds(Address timespec) {
        return nanoseconds(CLOCK_MONOTONIC, timespec);
    }

    /** Nanoseconds since 1970; the two words at the address are overwritten. */
    static long realNanoseconds(Address timespec) {
        return nanoseconds(CLOCK_REALTIME, timespec);
    }

    private static long nanoseconds(int clock, Address timespec) {
        call(CLOCK_GETTIME, clock, timespec.toLong(), 0, 0, 0, 0);
        return timespec.loadLong() * NANOSECONDS_PER_SECOND + timespec.loadLong(Long.BYTES);
    }

    /** @param action address of a {@link SignalAction} */
    static void setSignalAction(int signal, Address action) {
        call(RT_SIGACTION, signal, action.toLong(), 0, Long.BYTES, 0, 0);
    }

    /** @param stack address of a {@link SignalStack} */
    static void setSignalStack(Address stack) {
        call(SIGALTSTACK, stack.toLong(), 0, 0, 0, 0, 0);
    }

    static void exit(int status) {
        call(EXIT_GROUP, status, 0, 0, 0, 0, 0);
    }
}
