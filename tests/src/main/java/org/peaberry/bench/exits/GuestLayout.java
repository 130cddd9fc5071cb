/** Where the measuring guest has what, in guest-physical memory that it maps one to one. */
package org.peaberry.bench.exits;

final class GuestLayout {
    /** Where the file is loaded and entered: a 2 MiB page of its own, where dom0 kernels usually are. */
    static final int BASE = 0x100_0000;
    /** 64-bit code. */
    static final int LONG_MODE = BASE + 0x400;
    static final int DESCRIPTORS = BASE + 0x4000;
    static final int DESCRIPTORS_POINTER = BASE + 0x4100;
    static final int DIGITS = BASE + 0x4200;
    /** A line of the report; its number ends just before {@link #LINE_END}. */
    static final int LINE = BASE + 0x4300;
    static final int LINE_END = LINE + 40;
    /** Argument of sched_op. */
    static final int SHUTDOWN_REASON = BASE + 0x4400;
    /** End of what is in the file. */
    static final int FILE_END = BASE + 0x5000;
    static final int PAGE_MAP = BASE + 0x5000;
    static final int PAGE_POINTERS = BASE + 0x6000;
    static final int PAGE_DIRECTORY = BASE + 0x7000;
    static final int HYPERCALL_PAGE = BASE + 0x8000;
    static final int STACK_TOP = BASE + 0xA000;
    static final int END = STACK_TOP;

    private GuestLayout() {
    }
}
