/** The interrupt descriptor table, which all CPUs share: vector n leads to stub n of nasm/traps.asm. */
package org.peaberry.arch.trap;

import org.peaberry.arch.cpu.PerCpu;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.cpu.Selector;
import org.peaberry.arch.cpu.TableRegister;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

@BootOnly
public final class TrapTable {
    static final int VECTORS = 256;
    /** Bytes from one stub to the next. */
    static final int STUB_SIZE = 16;

    private TrapTable() {
    }

    /** Writes all gates; once, before any CPU loads the table. */
    public static void fill() {
        Address stubs = RawMemory.symbol("trap_stubs");
        for (int vector = 0; vector < VECTORS; vector++) {
            ExceptionVector exception = ExceptionVector.of(vector);
            int stack = exception == null ? 0 : exception.stack().interruptStack();
            gate(vector).fill(stubs.plus((long) vector * STUB_SIZE), Selector.CODE, stack);
        }
    }

    /** Makes the table that of the CPU that runs this. */
    public static void load() {
        TableRegister register = PerCpu.area().tableRegister();
        register.limit((short) (VECTORS * Gate.SIZE - 1));
        register.base(RawMemory.symbol("trap_table"));
        Processor.loadIdt(RawMemory.addressOf(register));
    }

    static Gate gate(int vector) {
        return RawMemory.at(Gate.class, RawMemory.symbol("trap_table").plus((long) vector * Gate.SIZE));
    }
}
