/** Something that is to happen at a system time; a node of a {@link TimerQueue}. */
package org.peaberry.kernel.time;

/** Subclasses say what happens. A timer is in one queue at most; it carries its own links, so that setting it allocates nothing. */
public abstract class Timer {
    long deadline;
    boolean isActive;
    /** First child in the heap. */
    Timer child;
    /** Next sibling. */
    Timer sibling;
    /** Previous sibling, or the parent for a first child; null for the root. */
    Timer previous;

    /** System time, in nanoseconds, of the next expiry; meaningful while active. */
    public final long deadline() {
        return deadline;
    }

    public final boolean isActive() {
        return isActive;
    }

    /** Called once when the deadline has passed, with the timer inactive again: it may be set anew. */
    protected abstract void expired(long now);
}
