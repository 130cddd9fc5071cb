/** A long that several CPUs change with locked instructions. */
package org.peaberry.runtime.lock;

/** The bodies here serve the host JVM; compiled code has those of {@link org.peaberry.runtime.jdk.AtomicLongSubstitution}. */
public final class AtomicLong {
    private volatile long value;

    public long get() {
        return value;
    }

    public void set(long newValue) {
        value = newValue;
    }

    /** Replaces the value if it is the expected one; tells whether it was. */
    public synchronized boolean compareAndSet(long expected, long replacement) {
        boolean equal = value == expected;
        if (equal) {
            value = replacement;
        }
        return equal;
    }

    /** Adds; returns the value before. */
    public synchronized long getAndAdd(long addend) {
        long before = value;
        value = before + addend;
        return before;
    }

    /** Exchanges; returns the value before. */
    public synchronized long getAndSet(long replacement) {
        long before = value;
        value = replacement;
        return before;
    }
}
