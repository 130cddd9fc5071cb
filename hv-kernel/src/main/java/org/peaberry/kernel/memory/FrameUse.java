/** What a frame of host memory is used for; a frame never changes from one use to another without being free between. */
package org.peaberry.kernel.memory;

/** The order of the constants is the code kept in a {@link FrameRecord}; an all-zero record must be NOT_ALLOCATED. */
public enum FrameUse {
    /** No memory, firmware's, the image or a boot module — or inside a free block, after its first frame. */
    NOT_ALLOCATED,
    /** The first frame of a free block. */
    FREE,
    /** The hypervisor's own: stacks, tables, buffers. */
    HYPERVISOR,
    /** A nested or hypervisor page table. */
    PAGE_TABLE,
    /** A typed pool's. */
    POOL,
    /** Memory of a domain, listed in its {@link DomainFrames}. */
    DOMAIN,
    /** Hypervisor memory that a domain maps too: shared info, grant tables. */
    SHARED;

    private static final FrameUse[] VALUES = values();

    /** Whether a domain that owns such a frame may reach it. */
    boolean isVisibleToOwner() {
        return this == DOMAIN || this == SHARED;
    }

    /** The use with a code. */
    static FrameUse of(int code) {
        return VALUES[code];
    }
}
