/** Gives guests address-space identifiers on one CPU, so that their translations need not be flushed. AMD APM vol. 2, section 15.16. */
package org.peaberry.arch.svm;

/**
 * Identifiers are never given twice within a generation. When they are used up, a new generation starts: the CPU forgets all
 * translations once, and everyone needs a new identifier.
 */
final class AsidAllocator {
    private static final int FIRST = 1;

    private final int count;
    private int next = FIRST;
    private long generation = 1;

    /** @param count from CPUID: identifiers are below it */
    AsidAllocator(int count) {
        if (count <= FIRST) {
            throw new IllegalArgumentException("AMD-V without address-space identifiers");
        }
        this.count = count;
    }

    /** An identifier of another generation than this must not be used any more. Never 0. */
    long generation() {
        return generation;
    }

    /** Whether the next {@link #allocate} starts a generation: then VMRUN has to flush everything. */
    boolean isExhausted() {
        return next == count;
    }

    /** A fresh identifier; look at {@link #isExhausted} before. */
    int allocate() {
        if (isExhausted()) {
            generation++;
            next = FIRST;
        }
        return next++;
    }
}
