/** The life of a virtual register, or of a part of it: where it is live, where it is used, where it is kept. */
package org.peaberry.compiler.allocate;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.select.VirtualRegister;

/** Positions are {@link Positions}'. */
final class Interval {
    static final int NEVER = Integer.MAX_VALUE;

    final VirtualRegister virtual;
    /** Whether it holds a floating-point value, in a vector register. */
    final boolean isVector;
    /** The interval this was split from in the end; itself if it was not split off. */
    final Interval parent;
    /** Parts in ascending order, the parent first; only in the parent. */
    final List<Interval> parts = new ArrayList<>(1);
    final Ranges ranges = new Ranges();
    final UsePositions uses = new UsePositions();
    /** Null while in its slot. */
    Register register;
    /** Register that would save a move, or null; and the interval whose register would. */
    Register hintRegister;
    Interval hint;
    /** The interval that takes the value over, as a phi does: of use when that one has its register already. */
    Interval laterHint;
    /** Whether some part lives in the slot; only in the parent. */
    boolean isSpilled;
    /** The values that live here one after the other, when moves between them were saved; only in the parent. */
    private List<Member> members = List.of();

    /** One of several values that share an interval, and where it is live. */
    private record Member(VirtualRegister value, Ranges ranges) {
    }

    Interval(VirtualRegister virtual, boolean isVector) {
        this.virtual = virtual;
        this.isVector = isVector;
        parent = this;
        parts.add(this);
    }

    private Interval(Interval parent) {
        virtual = parent.virtual;
        isVector = parent.isVector;
        this.parent = parent;
    }

    /** Takes over another value, which is never live when this one is. */
    void join(Interval other) {
        if (members.isEmpty()) {
            members = new ArrayList<>(List.of(new Member(virtual, ranges.copy())));
        }
        members.addAll(other.members.isEmpty() ? List.of(new Member(other.virtual, other.ranges)) : other.members);
        ranges.addAll(other.ranges);
        uses.addAll(other.uses);
        suggest(other.hintRegister);
        hint = hint == null ? other.hint : hint;
        laterHint = laterHint == null ? other.laterHint : laterHint;
    }

    /** The value that is live at a position; of the parent. */
    VirtualRegister valueAt(int position) {
        for (Member member : members) {
            if (member.ranges.covers(position)) {
                return member.value;
            }
        }
        return virtual;
    }

    /** A register that would save a move; the first one that is named, which is the one of the last use, counts. */
    void suggest(Register suggested) {
        hintRegister = hintRegister == null ? suggested : hintRegister;
    }

    int start() {
        return ranges.start();
    }

    int end() {
        return ranges.end();
    }

    /** The part that is live at a position; of the parent. */
    Interval partAt(int position) {
        Interval part = findPart(position);
        if (part == null) {
            throw new IllegalStateException(virtual + " is not live at " + position);
        }
        return part;
    }

    /** The part where a value is that is live at a position, or null when it is not; of the parent. */
    Interval findPart(VirtualRegister value, int position) {
        return members.isEmpty() || valueAt(position).id() == value.id() ? findPart(position) : null;
    }

    /** The part that is live at a position, or null when there is none; of the parent. */
    Interval findPart(int position) {
        for (Interval part : parts) {
            if (part.ranges.covers(position)) {
                return part;
            }
        }
        return null;
    }

    /** Cuts off what lies at or after a position, which is inside of it, as a new part. */
    Interval split(int position) {
        Interval rest = new Interval(parent);
        ranges.moveFrom(position, rest.ranges);
        uses.moveFrom(position, rest.uses);
        rest.hintRegister = hintRegister;
        rest.hint = this;
        parent.parts.add(parent.parts.indexOf(this) + 1, rest);
        return rest;
    }

    @Override
    public String toString() {
        return virtual.toString() + ranges + " in " + register;
    }
}
