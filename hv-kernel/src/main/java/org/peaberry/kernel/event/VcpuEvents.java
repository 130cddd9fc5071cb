/** The events of one vCPU: where its pending bits are, and which ports its virtual interrupts have. */
package org.peaberry.kernel.event;

import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

public final class VcpuEvents {
    /** {@link #poll}: any event ends the wait. */
    public static final int ANY_PORT = -1;

    private final UpcallTarget target;
    private final char[] portOfVirtualInterrupt = new char[VirtualInterrupt.COUNT];
    private Address info = Address.zero();
    private int polledPort;

    public VcpuEvents(UpcallTarget target) {
        this.target = target;
    }

    /** Whether the vCPU has a place for its info yet. */
    public boolean hasInfo() {
        return !info.isZero();
    }

    /** The shared structure; only when {@link #hasInfo}. */
    public VcpuInfo info() {
        return RawMemory.at(VcpuInfo.class, info);
    }

    /** Address of {@link #info}, or zero. */
    public Address infoAddress() {
        return info;
    }

    /** Puts the info at its first place, as it is there. */
    public void placeInfo(Address place) {
        info = place;
    }

    /** Moves the info to where the guest wants it; everything counts as pending then, so that no event is lost on the way. */
    public void moveInfo(Address place) {
        if (hasInfo()) {
            Memory.copyBytes(place.toLong(), info.toLong(), VcpuInfo.SIZE);
        } else {
            Memory.fillBytes(place.toLong(), (byte) 0, VcpuInfo.SIZE);
        }
        info = place;
        info().pendingSelector(-1L);
        info().upcallPending((byte) 0);
        markPending();
    }

    /** Whether the guest has yet to see an upcall. */
    public boolean isUpcallPending() {
        return hasInfo() && info().upcallPending() != 0;
    }

    /** Port of a virtual interrupt of this vCPU, or 0. */
    public int portOf(int virtualInterrupt) {
        return portOfVirtualInterrupt[virtualInterrupt];
    }

    void bind(int virtualInterrupt, int port) {
        portOfVirtualInterrupt[virtualInterrupt] = (char) port;
    }

    /** The vCPU waits for one port, or {@link #ANY_PORT}. */
    public void poll(int port) {
        polledPort = port;
    }

    public boolean isPolling() {
        return polledPort != 0;
    }

    /** Ends {@link #poll} without an event. */
    public void stopPolling() {
        polledPort = 0;
    }

    void endPollFor(int port) {
        if (polledPort == port || polledPort == ANY_PORT) {
            polledPort = 0;
            target.pollDone();
        }
    }

    /** Says that a word of the domain's pending bits has an event. */
    void markWord(int word) {
        if (hasInfo() && !Memory.testAndSetBit(info.plus(VcpuInfo.PENDING_SELECTOR).toLong(), word)) {
            markPending();
        }
    }

    /** The flag is the lowest bit of the structure's first word; the bytes behind it are unused. */
    private void markPending() {
        if (!Memory.testAndSetBit(info.toLong(), 0)) {
            target.upcallPending();
        }
    }
}
