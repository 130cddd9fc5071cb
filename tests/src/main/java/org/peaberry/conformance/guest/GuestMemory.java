/** Where the guest keeps what is not in its image. All of it is RAM, mapped at its physical address by the boot code. */
package org.peaberry.conformance.guest;

public final class GuestMemory {
    /** The image begins here: above the hypervisor, and where a machine with 256 MiB has RAM. */
    public static final long IMAGE = 32L << 20;
    static final long HEAP = 48L << 20;
    static final long HEAP_SIZE = 8L << 20;
    /** A line of the console, while it is handed over. */
    static final long TEXT = 56L << 20;
    static final int TEXT_SIZE = 4096;
    static final long HYPERCALL_PAGE = TEXT + TEXT_SIZE;
    /** An argument of a hypercall of the guest's own machinery. */
    static final long ARGUMENT = HYPERCALL_PAGE + 4096;
    /** Code under test, at most 64 KiB. */
    static final long SNIPPET = TEXT + (1 << 16);
    static final int SNIPPET_SIZE = 1 << 16;
    static final long SNIPPET_STACK_TOP = SNIPPET + 2 * SNIPPET_SIZE;
    /** Free for the areas, up to {@link #SCRATCH_END}. */
    static final long SCRATCH = 64L << 20;
    static final long SCRATCH_END = 128L << 20;

    private GuestMemory() {
    }
}
