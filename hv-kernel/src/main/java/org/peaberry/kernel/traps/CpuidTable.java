/** What CPUID tells a domain, put together once: a row for each leaf and subleaf, found by the leaf's number. */
package org.peaberry.kernel.traps;

import org.peaberry.runtime.annotation.Inline;

/** Leaves are numbered in four ranges, by their two upper bits; few of each range exist. A leaf without subleaves has one row for all. */
public final class CpuidTable {
    /** The subleaf of a leaf that has none. */
    public static final int ANY = -1;

    private static final int RANGE_SHIFT = 30;
    private static final int INDEX_BITS = 5;
    private static final int INDEX_MASK = (1 << INDEX_BITS) - 1;
    /** Bits of a leaf's number that are not its place in the table. */
    private static final int NO_PLACE = ~(3 << RANGE_SHIFT | INDEX_MASK);
    private static final CpuidRow NOTHING = new CpuidRow(0, ANY, false, 0, 0, 0, 0);

    /** First row of each leaf; {@link #NOTHING} for those that do not exist. */
    private final CpuidRow[] leaves = new CpuidRow[4 << INDEX_BITS];

    public CpuidTable() {
        for (int i = 0; i < leaves.length; i++) {
            leaves[i] = NOTHING;
        }
    }

    /** @throws IllegalArgumentException for a leaf that is too far from the first one of its range */
    public void add(int leaf, int subleaf, int eax, int ebx, int ecx, int edx) {
        if ((leaf & NO_PLACE) != 0) {
            throw new IllegalArgumentException("the CPUID table has no place for so great a leaf");
        }
        CpuidRow row = new CpuidRow(leaf, subleaf, CpuidAdjustment.isFor(leaf), eax, ebx, ecx, edx);
        CpuidRow last = leaves[place(leaf)];
        if (last == NOTHING) {
            leaves[place(leaf)] = row;
            return;
        }
        while (last.next != null) {
            last = last.next;
        }
        last.next = row;
    }

    /** The row for a question; zeros when there is none. */
    @Inline
    CpuidRow find(int leaf, int subleaf) {
        if ((leaf & NO_PLACE) != 0) {
            return NOTHING;
        }
        CpuidRow row = leaves[place(leaf)];
        while (row.subleaf != subleaf && row.subleaf != ANY) {
            row = row.next;
            if (row == null) {
                return NOTHING;
            }
        }
        return row;
    }

    private static int place(int leaf) {
        return leaf >>> RANGE_SHIFT << INDEX_BITS | leaf & INDEX_MASK;
    }
}
