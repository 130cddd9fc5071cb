/** An int that several CPUs change with locked instructions. */
package org.peaberry.runtime.lock;

/** The bodies here serve the host JVM; compiled code has those of {@link org.peaberry.runtime.jdk.AtomicIntSubstitution}. */
public final class AtomicInt {
    private volatile int value;

    public int get() {
        return value;
    }

    public void set(int newValue) {
        value = newValue;
    }

    /** Replaces the value if it is the expected one; tells whether it was. */
    public synchronized boolean compareAndSet(int expected, int replacement) {
        boolean equal = value == expected;
        if (equal) {
            value = replacement;
        }
        return equal;
    }

    /** Adds; returns the value before. */
    public synchronized int getAndAdd(int addend) {
        int before = value;
        value = before + addend;
        return before;
    }

    /** Exchanges; returns the value before. */
    public synchronized int getAndSet(int replacement) {
        int before = value;
        value = replacement;
        return before;
    }
}
