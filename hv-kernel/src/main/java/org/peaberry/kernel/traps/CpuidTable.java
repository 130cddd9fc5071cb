/** What CPUID tells a domain, put together once: a row for each leaf and subleaf. */
package org.peaberry.kernel.traps;

/** Rows in any order; a leaf without subleaves has one row for all. */
public final class CpuidTable {
    /** {@link #find} when there is no such row. */
    public static final int NONE = -1;
    /** The subleaf of a leaf that has none. */
    public static final int ANY = -1;
    private static final int CAPACITY = 128;

    private final int[] leaves = new int[CAPACITY];
    private final int[] subleaves = new int[CAPACITY];
    private final int[] values = new int[CAPACITY * 4];
    private int count;

    /** @throws IllegalStateException when the table is full */
    public void add(int leaf, int subleaf, int eax, int ebx, int ecx, int edx) {
        if (count == CAPACITY) {
            throw new IllegalStateException("too many CPUID leaves");
        }
        leaves[count] = leaf;
        subleaves[count] = subleaf;
        values[count * 4] = eax;
        values[count * 4 + 1] = ebx;
        values[count * 4 + 2] = ecx;
        values[count * 4 + 3] = edx;
        count++;
    }

    /** The row for a question, or {@link #NONE}. */
    public int find(int leaf, int subleaf) {
        for (int row = 0; row < count; row++) {
            if (leaves[row] == leaf && (subleaves[row] == subleaf || subleaves[row] == ANY)) {
                return row;
            }
        }
        return NONE;
    }

    public int eax(int row) {
        return values[row * 4];
    }

    public int ebx(int row) {
        return values[row * 4 + 1];
    }

    public int ecx(int row) {
        return values[row * 4 + 2];
    }

    public int edx(int row) {
        return values[row * 4 + 3];
    }
}
