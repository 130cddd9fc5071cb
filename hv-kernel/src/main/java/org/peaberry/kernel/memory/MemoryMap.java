/** A map of physical address space: disjoint ranges in ascending order, each of one kind. */
package org.peaberry.kernel.memory;

/**
 * Ranges may be set in any order; a later one replaces what it overlaps, and neighbours of one kind become one. Used for the host's
 * memory and for what a guest is told of its own.
 */
public final class MemoryMap {
    /** Ranges a map holds; firmware gives a few dozen. */
    public static final int CAPACITY = 128;

    private final long[] starts = new long[CAPACITY];
    private final long[] ends = new long[CAPACITY];
    private final MemoryKind[] kinds = new MemoryKind[CAPACITY];
    private int count;

    /** Number of ranges. */
    public int count() {
        return count;
    }

    /** First byte of a range. */
    public long start(int index) {
        return starts[checked(index)];
    }

    /** The byte after a range's last one. */
    public long end(int index) {
        return ends[checked(index)];
    }

    public MemoryKind kind(int index) {
        return kinds[checked(index)];
    }

    /** Forgets all ranges. */
    public void clear() {
        count = 0;
    }

    /** Makes this map equal to another one. */
    public void copyFrom(MemoryMap other) {
        clear();
        for (int i = 0; i < other.count; i++) {
            insert(i, other.starts[i], other.ends[i], other.kinds[i]);
        }
    }

    /**
     * Says that a range, rounding nothing, is of one kind.
     *
     * @param start first byte
     * @param end the byte after the last one; an empty range changes nothing
     * @throws IllegalStateException when the map is full
     */
    public void set(long start, long end, MemoryKind kind) {
        if (Long.compareUnsigned(start, end) >= 0) {
            return;
        }
        remove(start, end);
        int at = 0;
        while (at < count && Long.compareUnsigned(starts[at], start) < 0) {
            at++;
        }
        insert(at, start, end, kind);
        mergeWithNext(at);
        if (at > 0) {
            mergeWithNext(at - 1);
        }
    }

    /** Makes a range a hole: of no kind. */
    public void remove(long start, long end) {
        int i = 0;
        while (i < count) {
            boolean overlaps = Long.compareUnsigned(starts[i], end) < 0 && Long.compareUnsigned(start, ends[i]) < 0;
            if (overlaps) {
                i = cut(i, start, end);
            } else {
                i++;
            }
        }
    }

    /** The kind of the byte at an address, or null in a hole. */
    public MemoryKind kindAt(long address) {
        for (int i = 0; i < count; i++) {
            if (Long.compareUnsigned(address, starts[i]) >= 0 && Long.compareUnsigned(address, ends[i]) < 0) {
                return kinds[i];
            }
        }
        return null;
    }

    /** The byte after the last one of a kind, or 0 when there is none. */
    public long endOf(MemoryKind kind) {
        for (int i = count - 1; i >= 0; i--) {
            if (kinds[i] == kind) {
                return ends[i];
            }
        }
        return 0;
    }

    /** Bytes of one kind. */
    public long bytesOf(MemoryKind kind) {
        long bytes = 0;
        for (int i = 0; i < count; i++) {
            if (kinds[i] == kind) {
                bytes += ends[i] - starts[i];
            }
        }
        return bytes;
    }

    /** Takes [start, end) out of the overlapping range at an index; returns the index to go on with. */
    private int cut(int index, long start, long end) {
        long oldStart = starts[index];
        long oldEnd = ends[index];
        MemoryKind kind = kinds[index];
        delete(index);
        int next = index;
        if (Long.compareUnsigned(oldStart, start) < 0) {
            insert(next++, oldStart, start, kind);
        }
        if (Long.compareUnsigned(end, oldEnd) < 0) {
            insert(next++, end, oldEnd, kind);
        }
        return next;
    }

    private void mergeWithNext(int index) {
        if (index + 1 < count && ends[index] == starts[index + 1] && kinds[index] == kinds[index + 1]) {
            ends[index] = ends[index + 1];
            delete(index + 1);
        }
    }

    private void insert(int index, long start, long end, MemoryKind kind) {
        if (count == CAPACITY) {
            throw new IllegalStateException("memory map has too many ranges");
        }
        for (int i = count; i > index; i--) {
            move(i - 1, i);
        }
        starts[index] = start;
        ends[index] = end;
        kinds[index] = kind;
        count++;
    }

    private void delete(int index) {
        for (int i = index + 1; i < count; i++) {
            move(i, i - 1);
        }
        count--;
    }

    private void move(int from, int to) {
        starts[to] = starts[from];
        ends[to] = ends[from];
        kinds[to] = kinds[from];
    }

    private int checked(int index) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException("no such range of the memory map");
        }
        return index;
    }
}
