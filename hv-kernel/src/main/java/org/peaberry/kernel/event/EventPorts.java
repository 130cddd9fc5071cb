/** The ports of one domain: a table of event channels that grows by frames. */
package org.peaberry.kernel.event;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.kernel.memory.FrameAllocator;
import org.peaberry.kernel.memory.FrameOwner;
import org.peaberry.kernel.memory.FrameUse;
import org.peaberry.kernel.memory.NoFrame;
import org.peaberry.runtime.annotation.Owned;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.HostFrame;

/** Port 0 is never used, so that a guest can take 0 for "no port". */
public final class EventPorts {
    /** Ports a domain has at most: those of the two-level layout for 64-bit guests (public/event_channel.h). */
    public static final int LIMIT = 4096;

    private static final int PORTS_IN_FRAME = (int) (HostFrame.SIZE / EventChannel.SIZE);

    private final FrameAllocator allocator;
    /** Addresses of the frames taken so far. */
    @Owned
    private final long[] frames = new long[LIMIT / PORTS_IN_FRAME];
    private int frameCount;

    public EventPorts(FrameAllocator allocator) {
        this.allocator = allocator;
    }

    /** Whether a port number, as an unsigned int, has a place in the table. */
    public boolean contains(int port) {
        return port >= 0 && port < frameCount * PORTS_IN_FRAME;
    }

    /** Number of ports in the table; one more than the greatest valid port. */
    public int count() {
        return frameCount * PORTS_IN_FRAME;
    }

    /** The channel of a port that the table {@link #contains}. */
    public EventChannel channel(int port) {
        Address frame = Address.of(frames[port / PORTS_IN_FRAME]);
        return RawMemory.at(EventChannel.class, frame.plus((long) port % PORTS_IN_FRAME * EventChannel.SIZE));
    }

    /** The lowest closed port, or -1 when the domain has no ports or the host no memory left. */
    public int findClosed() {
        for (int port = 1; port < count(); port++) {
            if (channel(port).stateNumber() == (byte) ChannelState.CLOSED.ordinal()) {
                return port;
            }
        }
        return grow() ? Math.max(1, count() - PORTS_IN_FRAME) : -1;
    }

    /** Gives the table's memory back; all channels are closed. */
    public void free() {
        while (frameCount > 0) {
            frameCount--;
            allocator.release(DirectMap.physicalOf(Address.of(frames[frameCount])).frame());
        }
    }

    private boolean grow() {
        if (frameCount == frames.length) {
            return false;
        }
        HostFrame frame = allocator.allocate(0, FrameUse.HYPERVISOR, FrameOwner.NONE);
        if (NoFrame.is(frame)) {
            return false;
        }
        FrameAllocator.clear(frame, 0);
        frames[frameCount++] = DirectMap.addressOf(frame).toLong();
        return true;
    }
}
