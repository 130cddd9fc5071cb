/** The right to use a frame for a while; whoever has it must give it back. */
package org.peaberry.kernel.memory;

import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.annotation.Owned;
import org.peaberry.runtime.annotation.TestsAbsence;
import org.peaberry.runtime.annotation.Unboxed;
import org.peaberry.runtime.unboxed.HostFrame;

/** Made by {@link FrameTable#take}, ended by {@link FrameAllocator#release(FrameReference)}; take and release in one method, with finally. */
@Unboxed
public final class FrameReference {
    private static final long NONE = -1;

    private final long value;

    private FrameReference(long value) {
        this.value = value;
    }

    @Inline
    @Owned
    static FrameReference to(HostFrame frame) {
        return new FrameReference(frame.toLong());
    }

    /** A refusal. */
    @Inline
    public static FrameReference none() {
        return new FrameReference(NONE);
    }

    /** Whether the frame was refused. */
    @Inline
    @TestsAbsence
    public boolean isNone() {
        return value == NONE;
    }

    @Inline
    public HostFrame frame() {
        return HostFrame.of(value);
    }
}
