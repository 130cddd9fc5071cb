/** One end of an event channel: what a port of a domain is connected to. */
package org.peaberry.kernel.event;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

/** An element of {@link EventPorts}; all zero means closed. */
@RawStructure(size = EventChannel.SIZE)
public interface EventChannel {
    int SIZE = 16;

    @At(0) byte stateNumber();
    @At(0) void stateNumber(byte number);

    /** Index of the vCPU that is told. */
    @At(2) char vcpu();
    @At(2) void vcpu(char index);

    /** Unbound: the domain that may bind; interdomain: the domain at the other end. */
    @At(4) char remoteDomain();
    @At(4) void remoteDomain(char id);

    /** Interdomain: the port at the other end; otherwise the number of the physical or virtual interrupt. */
    @At(8) int source();
    @At(8) void source(int number);

    default ChannelState state() {
        return ChannelState.of(stateNumber());
    }

    default void state(ChannelState state) {
        stateNumber((byte) state.ordinal());
    }
}
