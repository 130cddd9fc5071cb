/** A local APIC whose registers are MSRs (x2APIC). Intel SDM vol. 3, section 11.12. */
package org.peaberry.arch.apic;

import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.runtime.memory.Memory;

public final class MsrApic extends LocalApic {
    private static final int OFFSET_SHIFT = 4;
    private static final long LOW_WORD = 0xffff_ffffL;

    @Override
    int read(int register) {
        return (int) Processor.readMsr(Msr.X2APIC_BASE + (register >>> OFFSET_SHIFT));
    }

    @Override
    void write(int register, int value) {
        Processor.writeMsr(Msr.X2APIC_BASE + (register >>> OFFSET_SHIFT), value & LOW_WORD);
    }

    @Override
    public int id() {
        return read(ApicRegister.ID);
    }

    /** The write does not wait for earlier stores, which the receiver must see: hence the fence. */
    @Override
    void sendCommand(int destination, int command) {
        Memory.fence();
        Processor.writeMsr(Msr.X2APIC_BASE + (ApicRegister.COMMAND_LOW >>> OFFSET_SHIFT),
                (long) destination << Integer.SIZE | command & LOW_WORD);
    }

    @Override
    public String kind() {
        return "x2APIC";
    }

    @Override
    void enableInBase() {
        setBase(BASE_ENABLE);
        setBase(BASE_X2APIC);
    }
}
