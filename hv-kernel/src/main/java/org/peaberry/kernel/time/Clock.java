/** System time: nanoseconds since the hypervisor started, never going back. */
package org.peaberry.kernel.time;

public interface Clock {
    /** Nanoseconds. */
    long now();
}
