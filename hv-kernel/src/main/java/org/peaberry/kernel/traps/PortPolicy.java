/** Who answers at the ports that a domain may not use directly. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.virtualization.GuestPermissions;

/** Ranges that no one was put in charge of read as all ones and ignore writes. */
public final class PortPolicy {
    private static final int LIMIT = 16;

    private final int[] firsts = new int[LIMIT];
    private final int[] counts = new int[LIMIT];
    private final PortDevice[] devices = new PortDevice[LIMIT];
    private int ranges;

    /** Puts a device in charge of ports; a range added before wins where they overlap. */
    public void add(int first, int count, PortDevice device) {
        firsts[ranges] = first;
        counts[ranges] = count;
        devices[ranges++] = device;
    }

    /** Puts nothing there: the domain is to believe that there is no device. */
    public void addNothing(int first, int count) {
        add(first, count, NoDevice.INSTANCE);
    }

    /** Makes the processor's permissions say so: every port but these is the domain's own. */
    public void permitOthers(GuestPermissions permissions) {
        permissions.allowPorts(0, GuestPermissions.PORTS);
        for (int i = 0; i < ranges; i++) {
            permissions.interceptPorts(firsts[i], counts[i]);
        }
    }

    /** What answers at a port. */
    public PortDevice at(int port) {
        for (int i = 0; i < ranges; i++) {
            if (port >= firsts[i] && port < firsts[i] + counts[i]) {
                return devices[i];
            }
        }
        return NoDevice.INSTANCE;
    }
}
