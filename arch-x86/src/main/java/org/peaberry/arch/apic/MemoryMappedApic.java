/** A local APIC whose registers are in memory (xAPIC). Intel SDM vol. 3, section 11.4. */
package org.peaberry.arch.apic;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.unboxed.Address;

public final class MemoryMappedApic extends LocalApic {
    private static final int ID_SHIFT = 24;

    private final long base;

    /** @param base where the registers' page is mapped, uncached */
    public MemoryMappedApic(Address base) {
        this.base = base.toLong();
    }

    @Override
    int read(int register) {
        return Memory.loadInt(base + register);
    }

    @Override
    void write(int register, int value) {
        Memory.storeInt(base + register, value);
    }

    @Override
    public int id() {
        return read(ApicRegister.ID) >>> ID_SHIFT;
    }

    @Override
    void sendCommand(int destination, int command) {
        while ((read(ApicRegister.COMMAND_LOW) & ApicRegister.DELIVERY_PENDING) != 0) {
            Processor.pause();
        }
        write(ApicRegister.COMMAND_HIGH, destination << ID_SHIFT);
        write(ApicRegister.COMMAND_LOW, command);
    }

    @Override
    public String kind() {
        return "xAPIC";
    }

    @Override
    void enableInBase() {
        setBase(BASE_ENABLE);
    }
}
