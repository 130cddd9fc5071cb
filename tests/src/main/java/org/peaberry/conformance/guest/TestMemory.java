/** Where the tests of exceptions, modes and memory keep their tables: the upper half of the areas' free memory. */
package org.peaberry.conformance.guest;

final class TestMemory {
    private static final long BASE = GuestMemory.SCRATCH + (32L << 20);
    /** A descriptor table: {@link Segments}. */
    static final long DESCRIPTORS = BASE;
    /** Three page tables: {@link GuestPages}. */
    static final long PAGE_TABLES = BASE + (1L << 16);
    /** The frames behind the first pages of {@link GuestPages}. */
    static final long FRAMES = BASE + (2L << 16);
    /** Upper end of the stack on which exceptions of user programs arrive. */
    static final long KERNEL_STACK_TOP = BASE + (4L << 16);
    /** Operands in RAM. */
    static final long OPERAND = BASE + (5L << 16);

    /** Page tables of 32-bit modes: {@link ModeMemory}. */
    static final long MODE_TABLES = BASE + (6L << 16);

    private TestMemory() {
    }
}
