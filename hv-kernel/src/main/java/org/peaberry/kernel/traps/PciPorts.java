/** PCI configuration by ports: dom0's accesses go to the hardware as they are. PCI Local Bus specification 3.0, section 3.2.2.3.2. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.decode.PortDevice;

/** The one place that sees dom0's configuration cycles: the address register is kept, so that devices can be taken away or emulated here. */
public final class PciPorts implements PortDevice {
    /** Address register, 32 bits. */
    public static final int ADDRESS = 0xCF8;
    /** Data register and its bytes. */
    public static final int DATA = 0xCFC;
    /** Ports of both. */
    public static final int COUNT = 8;
    /** In the address register: configuration cycles are on. */
    private static final int ENABLE = 1 << 31;

    private int address;

    @Override
    public int in(int port, int width) {
        if (port < DATA) {
            return port == ADDRESS && width == Integer.BYTES ? address : NoDevice.INSTANCE.in(port, width);
        }
        if ((address & ENABLE) == 0) {
            return NoDevice.INSTANCE.in(port, width);
        }
        Processor.outInt(ADDRESS, address);
        return HostPort.in(port, width);
    }

    @Override
    public void out(int port, int width, int value) {
        if (port < DATA) {
            if (port == ADDRESS && width == Integer.BYTES) {
                address = value;
            }
        } else if ((address & ENABLE) != 0) {
            Processor.outInt(ADDRESS, address);
            HostPort.out(port, width, value);
        }
    }
}
