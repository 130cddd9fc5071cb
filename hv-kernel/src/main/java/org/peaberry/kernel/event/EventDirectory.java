/** Finds the event channels of other domains. */
package org.peaberry.kernel.event;

public interface EventDirectory {
    /** Channels of the live domain with an id, or null. */
    EventChannels channelsOf(int domain);
}
