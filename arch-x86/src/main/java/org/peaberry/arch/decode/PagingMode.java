/** The formats of a guest's page tables. Intel SDM vol. 3, table 4-1; AMD APM vol. 2, chapter 5. */
package org.peaberry.arch.decode;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.virtualization.VirtualCpu;

enum PagingMode {
    /** Linear addresses are physical. */
    NONE(0, 0, 0, 0),
    TWO_LEVELS(2, 4, 10, 2),
    PAE(3, 8, 9, 2),
    FOUR_LEVELS(4, 8, 9, 3),
    FIVE_LEVELS(5, 8, 9, 3);

    private static final int PAGE_SHIFT = 12;

    private final int levels;
    private final int entryBytes;
    private final int indexBits;
    private final int largestLeaf;

    PagingMode(int levels, int entryBytes, int indexBits, int largestLeaf) {
        this.levels = levels;
        this.entryBytes = entryBytes;
        this.indexBits = indexBits;
        this.largestLeaf = largestLeaf;
    }

    static PagingMode of(VirtualCpu cpu) {
        if ((cpu.cr0() & Cr0.PAGING) == 0) {
            return NONE;
        }
        long cr4 = cpu.cr4();
        if (cpu.isLongModeActive()) {
            return (cr4 & Cr4.FIVE_LEVEL_PAGING) != 0 ? FIVE_LEVELS : FOUR_LEVELS;
        }
        return (cr4 & Cr4.PHYSICAL_ADDRESS_EXTENSION) != 0 ? PAE : TWO_LEVELS;
    }

    int levels() {
        return levels;
    }

    int entryBytes() {
        return entryBytes;
    }

    /** Position in its table of the entry for an address; level 1 has the 4 KiB leaves. */
    int index(long address, int level) {
        return (int) (address >>> shift(level)) & (1 << indexBits) - 1;
    }

    /** Binary logarithm of what an entry maps. */
    int shift(int level) {
        return PAGE_SHIFT + indexBits * (level - 1);
    }

    boolean canBeLeaf(int level) {
        return level <= largestLeaf;
    }

    /** Whether the tables can map the address at all: in 64-bit mode its upper bits must be equal. */
    boolean isCanonical(long address) {
        if (this != FOUR_LEVELS && this != FIVE_LEVELS) {
            return true;
        }
        int unused = Long.SIZE - PAGE_SHIFT - indexBits * levels;
        return address << unused >> unused == address;
    }
}
