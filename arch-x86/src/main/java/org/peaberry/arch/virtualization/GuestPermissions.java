/** Which ports and model-specific registers a domain's guests may use without an exit. */
package org.peaberry.arch.virtualization;

import org.peaberry.runtime.unboxed.PhysicalAddress;

/** Starts with every port intercepted, and every register but those that are the guest's own on each CPU. Changes take effect at the next entry. */
public abstract class GuestPermissions {
    /** Number of ports. */
    public static final int PORTS = 1 << 16;

    private final StructureMemory memory;
    private final PortBitmap ports;

    /** @param memory of the object's own, which everything that it has comes from */
    protected GuestPermissions(StructureMemory memory, PortBitmap ports) {
        this.memory = memory;
        this.ports = ports;
    }

    /** Where the processor finds the ports' bits. */
    public final PhysicalAddress ports() {
        return ports.physical();
    }

    /** Lets the guest use ports directly. */
    public final void allowPorts(int first, int count) {
        ports.intercept(checked(first, count), count, false);
    }

    /** Makes every use of these ports an exit. */
    public final void interceptPorts(int first, int count) {
        ports.intercept(checked(first, count), count, true);
    }

    private static int checked(int first, int count) {
        if (first < 0 || count < 0 || count > PORTS - first) {
            throw new IllegalArgumentException("ports beyond 0xffff");
        }
        return first;
    }

    /** Whether an access to the port is an exit. */
    public final boolean interceptsPort(int port) {
        return ports.intercepts(port);
    }

    /**
     * Says which accesses to a model-specific register are exits.
     *
     * @throws IllegalArgumentException when the register is in no range that can be permitted and is to be
     */
    public abstract void interceptMsr(int index, boolean reads, boolean writes);

    public abstract boolean interceptsMsrRead(int index);

    public abstract boolean interceptsMsrWrite(int index);

    /** Gives its memory back. */
    public final void destroy() {
        memory.release();
    }
}
