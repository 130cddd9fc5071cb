/** The frames that belong to one domain: a list through the frame table. */
package org.peaberry.kernel.memory;

import org.peaberry.runtime.annotation.Acquires;
import org.peaberry.runtime.annotation.Releases;
import org.peaberry.runtime.unboxed.HostFrame;

/** Needs no memory of its own, however large the domain. A frame in the list holds the reference that its allocation gave. */
public final class DomainFrames {
    private final FrameTable table;
    private int head = FrameRecord.NO_LINK;
    private long count;

    public DomainFrames(FrameTable table) {
        this.table = table;
    }

    /** Frames in the list. */
    public long count() {
        return count;
    }

    /** A frame of the list, or {@link NoFrame} when it is empty. */
    public HostFrame first() {
        return head == FrameRecord.NO_LINK ? NoFrame.value() : HostFrame.of(Integer.toUnsignedLong(head));
    }

    /** Adds a block of frames of use DOMAIN that are in no list: this one has them from here on. @return the first of them */
    public HostFrame add(@Releases HostFrame start, long frames) {
        for (long i = 0; i < frames; i++) {
            add(start.plus(i));
        }
        return start;
    }

    private void add(HostFrame frame) {
        FrameRecord record = table.record(frame);
        int number = (int) frame.toLong();
        record.previous(FrameRecord.NO_LINK);
        record.next(head);
        if (head != FrameRecord.NO_LINK) {
            table.record(HostFrame.of(Integer.toUnsignedLong(head))).previous(number);
        }
        head = number;
        count++;
    }

    /** Takes one frame out of the list: it is the caller's from here on. */
    public void remove(@Acquires HostFrame frame) {
        FrameRecord record = table.record(frame);
        int next = record.next();
        int previous = record.previous();
        if (previous == FrameRecord.NO_LINK) {
            head = next;
        } else {
            table.record(HostFrame.of(Integer.toUnsignedLong(previous))).next(next);
        }
        if (next != FrameRecord.NO_LINK) {
            table.record(HostFrame.of(Integer.toUnsignedLong(next))).previous(previous);
        }
        count--;
    }
}
