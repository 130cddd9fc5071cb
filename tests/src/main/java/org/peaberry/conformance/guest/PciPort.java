/** PCI configuration by ports: what every machine has, and what the hypervisor stands before. PCI Local Bus specification 3.0, section 3.2.2.3.2. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.cpu.Processor;

final class PciPort {
    static final int ADDRESS = 0xCF8;
    static final int DATA = 0xCFC;
    /** Of the host bridge: vendor and device. */
    static final int HOST_BRIDGE = 1 << 31;
    static final int INTEL = 0x8086;
    /** Of a function: its interrupt line, a latch, and its pin. */
    static final int INTERRUPT_LINE = 0x3C;
    private static final int FUNCTION_SHIFT = 8;
    private static final int FUNCTIONS = 256;
    private static final int NO_DEVICE = 0xffff;
    private static final int LATCHED = 0x5A;
    static final int NONE = -1;

    private PciPort() {
    }

    static void select(int address) {
        Processor.outInt(ADDRESS, address);
    }

    /** Address of the interrupt line of the first function of bus 0 whose line can be written, or {@link #NONE}. */
    static int latch() {
        for (int function = 1; function < FUNCTIONS; function++) {
            select(HOST_BRIDGE | function << FUNCTION_SHIFT);
            if (Processor.inShort(DATA) != NO_DEVICE && isLatch(HOST_BRIDGE | function << FUNCTION_SHIFT | INTERRUPT_LINE)) {
                return HOST_BRIDGE | function << FUNCTION_SHIFT | INTERRUPT_LINE;
            }
        }
        return NONE;
    }

    private static boolean isLatch(int address) {
        select(address);
        int before = Processor.inByte(DATA);
        Processor.outByte(DATA, LATCHED);
        int after = Processor.inByte(DATA);
        Processor.outByte(DATA, before);
        return before != LATCHED && after == LATCHED;
    }
}
