/** Counts how often guarded methods are on the stack, and ends a recursion that gets deeper than its limit. */
package org.peaberry.runtime.exception;

/**
 * The compiler puts the calls in, at the start and at every end of a method with a guarded recursion limit. Counted is for the whole machine: such code
 * runs on one CPU at a time.
 */
public final class RecursionGuard {
    /** How many methods can be guarded. */
    public static final int METHODS = 64;

    private static final int[] DEPTHS = new int[METHODS];

    private RecursionGuard() {
    }

    /**
     * The method begins.
     *
     * @param method number that the compiler gave it, 0..{@link #METHODS}-1
     * @param limit  how often it may be on the stack
     * @throws StackOverflowError when it is there that often already
     */
    public static void enter(int method, int limit) {
        if (DEPTHS[method] >= limit) {
            throw new StackOverflowError("a method calls itself more often than its recursion limit says: the input is nested too deeply");
        }
        DEPTHS[method]++;
    }

    /** The method ends, normally or with an exception. */
    public static void leave(int method) {
        DEPTHS[method]--;
    }
}
