/** The timers of one CPU, the earliest first: a pairing heap linked through the timers. */
package org.peaberry.kernel.time;

/** Setting costs constant time, expiry and cancelling logarithmic amortized time. Callers hold the CPU's lock or run on it with interrupts off. */
public final class TimerQueue {
    /** {@link #nextDeadline} of an empty queue. */
    public static final long NEVER = Long.MAX_VALUE;

    private Timer root;

    /** System time of the earliest timer, or {@link #NEVER}. */
    public long nextDeadline() {
        return root == null ? NEVER : root.deadline;
    }

    /** Makes a timer expire at a system time in nanoseconds, whether it was set before or not. */
    public void set(Timer timer, long deadline) {
        cancel(timer);
        timer.deadline = deadline;
        timer.isActive = true;
        root = meld(root, timer);
    }

    /** Makes a timer inactive; one that is not set stays so. */
    public void cancel(Timer timer) {
        if (!timer.isActive) {
            return;
        }
        timer.isActive = false;
        Timer rest = meldPairs(timer.child);
        timer.child = null;
        if (timer == root) {
            root = rest;
        } else {
            unlink(timer);
            root = meld(root, rest);
        }
    }

    /** Takes the earliest timer out if its deadline is not after now; otherwise null. */
    public Timer takeDue(long now) {
        if (root == null || root.deadline > now) {
            return null;
        }
        Timer due = root;
        cancel(due);
        return due;
    }

    /** Calls every timer whose deadline is not after now, the earliest first. */
    public void expire(long now) {
        for (Timer due = takeDue(now); due != null; due = takeDue(now)) {
            due.expired(now);
        }
    }

    private static void unlink(Timer timer) {
        if (timer.previous.child == timer) {
            timer.previous.child = timer.sibling;
        } else {
            timer.previous.sibling = timer.sibling;
        }
        if (timer.sibling != null) {
            timer.sibling.previous = timer.previous;
        }
        timer.sibling = null;
        timer.previous = null;
    }

    /** Joins two heaps whose roots have no siblings. */
    private static Timer meld(Timer left, Timer right) {
        if (left == null) {
            return right;
        }
        if (right == null) {
            return left;
        }
        Timer first = right.deadline < left.deadline ? right : left;
        Timer second = first == left ? right : left;
        second.sibling = first.child;
        second.previous = first;
        if (first.child != null) {
            first.child.previous = second;
        }
        first.child = second;
        return first;
    }

    /** Joins a list of siblings: pairs from the left, then the pairs from the right; the pairs in between are stacked by their sibling links. */
    private static Timer meldPairs(Timer list) {
        Timer pairs = null;
        Timer next = list;
        while (next != null) {
            Timer left = next;
            Timer right = left.sibling;
            next = right == null ? null : right.sibling;
            detach(left);
            detach(right);
            Timer pair = meld(left, right);
            pair.sibling = pairs;
            pairs = pair;
        }
        Timer heap = null;
        while (pairs != null) {
            Timer rest = pairs.sibling;
            pairs.sibling = null;
            heap = meld(heap, pairs);
            pairs = rest;
        }
        return heap;
    }

    private static void detach(Timer timer) {
        if (timer != null) {
            timer.sibling = null;
            timer.previous = null;
        }
    }
}
