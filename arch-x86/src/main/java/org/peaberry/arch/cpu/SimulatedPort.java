/** A device behind I/O ports, for tests. */
package org.peaberry.arch.cpu;

import org.peaberry.runtime.annotation.HostedOnly;

@HostedOnly
public interface SimulatedPort {
    /** @param width bytes: 1, 2 or 4 */
    int in(int port, int width);

    /** @param width bytes: 1, 2 or 4 */
    void out(int port, int width, int value);
}
