/** Who answers at the ports that a domain may not use directly. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.decode.PortDevice;
import org.peaberry.arch.virtualization.GuestPermissions;

/** Ranges that no one was put in charge of read as all ones and ignore writes. */
public final class PortPolicy {
    private static final int LIMIT = 16;
    private static final int ROW_SHIFT = 8;
    private static final int ROW_PORTS = 1 << ROW_SHIFT;
    private static final int ROWS = GuestPermissions.PORTS / ROW_PORTS;
    /** Entry of {@link #devices} for ports of which the policy says nothing. */
    private static final byte UNKNOWN = 0;

    private final PortDevice[] devices = new PortDevice[LIMIT + 1];
    /** For each port of a row the index of its device; rows without any are null. */
    private final byte[][] rows = new byte[ROWS][];
    private int count;

    public PortPolicy() {
        devices[UNKNOWN] = NoDevice.INSTANCE;
    }

    /** Puts a device in charge of ports; one added before wins where they overlap. */
    public void add(int first, int ports, PortDevice device) {
        devices[++count] = device;
        for (int port = first; port < first + ports; port++) {
            byte[] row = rows[port >> ROW_SHIFT];
            if (row == null) {
                row = new byte[ROW_PORTS];
                rows[port >> ROW_SHIFT] = row;
            }
            if (row[port & ROW_PORTS - 1] == UNKNOWN) {
                row[port & ROW_PORTS - 1] = (byte) count;
            }
        }
    }

    /** Puts nothing there: the domain is to believe that there is no device. */
    public void addNothing(int first, int ports) {
        add(first, ports, NoDevice.INSTANCE);
    }

    /** Makes the processor's permissions say so: every port but these is the domain's own. */
    public void permitOthers(GuestPermissions permissions) {
        permissions.allowPorts(0, GuestPermissions.PORTS);
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; rows[i] != null && j < ROW_PORTS; j++) {
                if (rows[i][j] != UNKNOWN) {
                    permissions.interceptPorts(i * ROW_PORTS + j, 1);
                }
            }
        }
    }

    /** What answers at a port. */
    public PortDevice at(int port) {
        byte[] row = rows[port >> ROW_SHIFT];
        return row == null ? NoDevice.INSTANCE : devices[row[port & ROW_PORTS - 1]];
    }
}
