/** A set of the 256 interrupt vectors, as eight of a local APIC's registers hold it. */
package org.peaberry.kernel.interrupt;

import org.peaberry.arch.virtualization.ApicPage;

/** The processor may change it while its guest runs: nothing of it is remembered elsewhere. */
public final class VectorSet {
    /** {@link #highest} of an empty set. */
    public static final int NONE = -1;

    private static final int WORDS = 8;
    private static final int WORD_SHIFT = 5;
    private static final int BIT_MASK = 31;

    private final ApicPage registers;
    private final int first;

    /** @param first number of the first of the registers */
    public VectorSet(ApicPage registers, int first) {
        this.registers = registers;
        this.first = first;
    }

    public void add(int vector) {
        int register = first + (vector >> WORD_SHIFT);
        registers.write(register, registers.read(register) | 1 << (vector & BIT_MASK));
    }

    public void remove(int vector) {
        int register = first + (vector >> WORD_SHIFT);
        registers.write(register, registers.read(register) & ~(1 << (vector & BIT_MASK)));
    }

    public boolean contains(int vector) {
        return (word(vector >> WORD_SHIFT) >> (vector & BIT_MASK) & 1) != 0;
    }

    /** The greatest vector in the set, or {@link #NONE}. */
    public int highest() {
        for (int index = WORDS - 1; index >= 0; index--) {
            int word = registers.read(first + index);
            if (word != 0) {
                return (index << WORD_SHIFT) + BIT_MASK - Integer.numberOfLeadingZeros(word);
            }
        }
        return NONE;
    }

    /** Vectors 32 * index to 32 * index + 31, one bit each. */
    public int word(int index) {
        return registers.read(first + index);
    }

    public void clear() {
        for (int index = 0; index < WORDS; index++) {
            registers.write(first + index, 0);
        }
    }
}
