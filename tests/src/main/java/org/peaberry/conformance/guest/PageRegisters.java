/** The local APIC's registers in memory: xAPIC mode. Intel SDM vol. 3, section 10.4. */
package org.peaberry.conformance.guest;

import org.peaberry.runtime.unboxed.Address;

final class PageRegisters extends ApicRegisters {
    static final PageRegisters INSTANCE = new PageRegisters();
    static final long BASE = 0xFEE0_0000L;
    private static final int SHIFT = 4;
    private static final int ID_SHIFT = 24;
    private static final int ALL = 0xFF;

    private PageRegisters() {
    }

    static Address place(int register) {
        return Address.of(BASE + ((long) register << SHIFT));
    }

    @Override
    String name() {
        return "xAPIC, ";
    }

    @Override
    long read(int register) {
        return Integer.toUnsignedLong(place(register).loadInt());
    }

    @Override
    void write(int register, long value) {
        place(register).store((int) value);
    }

    @Override
    void send(long destination, int command) {
        write(ApicRegister.COMMAND_HIGH, destination << ID_SHIFT);
        write(ApicRegister.COMMAND, command);
    }

    @Override
    long broadcast() {
        return ALL;
    }

    @Override
    long id() {
        return read(ApicRegister.ID) >>> ID_SHIFT;
    }

    @Override
    long logicalId() {
        return read(ApicRegister.LOGICAL_DESTINATION) >>> ID_SHIFT;
    }

    /** The logical destination of the flat model. */
    void logicalId(int bits) {
        write(ApicRegister.LOGICAL_DESTINATION, (long) bits << ID_SHIFT);
    }

    @Override
    long modeBits() {
        return 0;
    }
}
