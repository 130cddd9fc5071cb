/** The local APIC's registers as MSRs: x2APIC mode. Intel SDM vol. 3, section 10.12. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;

final class MsrRegisters extends ApicRegisters {
    static final MsrRegisters INSTANCE = new MsrRegisters();
    private static final long ALL = 0xffff_ffffL;

    private MsrRegisters() {
    }

    @Override
    String name() {
        return "x2APIC, ";
    }

    @Override
    long read(int register) {
        return Processor.readMsr(Msr.X2APIC_BASE + register);
    }

    @Override
    void write(int register, long value) {
        Processor.writeMsr(Msr.X2APIC_BASE + register, value);
    }

    @Override
    void send(long destination, int command) {
        write(ApicRegister.COMMAND, destination << Integer.SIZE | command);
    }

    @Override
    long broadcast() {
        return ALL;
    }

    @Override
    long id() {
        return read(ApicRegister.ID);
    }

    @Override
    long logicalId() {
        return read(ApicRegister.LOGICAL_DESTINATION);
    }

    @Override
    long modeBits() {
        return X2APIC;
    }
}
