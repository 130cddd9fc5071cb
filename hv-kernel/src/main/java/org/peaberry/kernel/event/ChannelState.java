/** What an event channel is connected to. */
package org.peaberry.kernel.event;

/** In the order of the numbers of public/event_channel.h, EVTCHNSTAT_*. */
public enum ChannelState {
    CLOSED,
    /** Waits for a domain to bind to it. */
    UNBOUND,
    INTERDOMAIN,
    PHYSICAL_INTERRUPT,
    VIRTUAL_INTERRUPT,
    INTERPROCESSOR;

    private static final ChannelState[] VALUES = values();

    static ChannelState of(int number) {
        return VALUES[number];
    }
}
