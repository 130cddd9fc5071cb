/** A set of the 256 interrupt vectors, as the local APIC's 256-bit registers hold it. */
package org.peaberry.kernel.interrupt;

public final class VectorSet {
    /** {@link #highest} of an empty set. */
    public static final int NONE = -1;

    private static final int WORDS = 8;
    private static final int WORD_SHIFT = 5;
    private static final int BIT_MASK = 31;

    private final int[] words = new int[WORDS];
    /** No word above this one has a bit. */
    private int top;

    public void add(int vector) {
        int word = vector >> WORD_SHIFT;
        words[word] |= 1 << (vector & BIT_MASK);
        if (word > top) {
            top = word;
        }
    }

    public void remove(int vector) {
        words[vector >> WORD_SHIFT] &= ~(1 << (vector & BIT_MASK));
    }

    public boolean contains(int vector) {
        return (words[vector >> WORD_SHIFT] >> (vector & BIT_MASK) & 1) != 0;
    }

    /** The greatest vector in the set, or {@link #NONE}. */
    public int highest() {
        while (words[top] == 0) {
            if (top == 0) {
                return NONE;
            }
            top--;
        }
        return (top << WORD_SHIFT) + BIT_MASK - Integer.numberOfLeadingZeros(words[top]);
    }

    /** Vectors 32 * index to 32 * index + 31, one bit each. */
    public int word(int index) {
        return words[index];
    }

    public void clear() {
        for (int i = 0; i < WORDS; i++) {
            words[i] = 0;
        }
        top = 0;
    }
}
