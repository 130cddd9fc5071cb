/** The interrupt controller of each CPU: timer, messages to other CPUs, end of interrupt. Intel SDM vol. 3, chapter 11. */
package org.peaberry.arch.apic;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.runtime.annotation.BootOnly;

/** All CPUs use one object, which reaches the registers of the CPU that calls. */
public abstract class LocalApic {
    /** In MSR APIC_BASE. */
    static final long BASE_X2APIC = 1L << 10;
    static final long BASE_ENABLE = 1L << 11;

    private static final int BYTE_MASK = 0xff;
    private static final int BITS_SHIFT = 5;
    private static final int LAST_ENTRY_OF_PERFORMANCE = 4;
    private static final int LAST_ENTRY_OF_THERMAL = 5;

    abstract int read(int register);

    abstract void write(int register, int value);

    /** Number of this CPU in interrupt messages. */
    public abstract int id();

    abstract void sendCommand(int destination, int command);

    /** Which kind there is, for messages. */
    public abstract String kind();

    /** Whether this processor can have its registers as MSRs. */
    @BootOnly
    public static boolean hasX2apic() {
        return Cpuid.has(CpuFeature.X2APIC);
    }

    /** Switches this CPU's APIC on with everything masked; an interrupt may come from now on only by what is asked for. */
    public final void enable() {
        enableInBase();
        write(ApicRegister.TASK_PRIORITY, 0);
        maskAll();
        write(ApicRegister.SPURIOUS_VECTOR, ApicRegister.SOFTWARE_ENABLE | Vector.SPURIOUS);
        write(ApicRegister.LINE1, ApicRegister.DELIVER_NMI);
        write(ApicRegister.ERROR_STATUS, 0);
        write(ApicRegister.ERROR, Vector.APIC_ERROR);
        endOfInterrupt();
    }

    /** Sets the bits of MSR APIC_BASE that select this kind. */
    abstract void enableInBase();

    private void maskAll() {
        int lastEntry = read(ApicRegister.VERSION) >>> ApicRegister.LAST_ENTRY_SHIFT & BYTE_MASK;
        write(ApicRegister.TIMER, ApicRegister.MASKED);
        write(ApicRegister.LINE0, ApicRegister.MASKED);
        write(ApicRegister.LINE1, ApicRegister.MASKED);
        if (lastEntry >= LAST_ENTRY_OF_PERFORMANCE) {
            write(ApicRegister.PERFORMANCE, ApicRegister.MASKED);
        }
        if (lastEntry >= LAST_ENTRY_OF_THERMAL) {
            write(ApicRegister.THERMAL, ApicRegister.MASKED);
        }
    }

    /** Tells the APIC that the handler of the interrupt in service is done. */
    public final void endOfInterrupt() {
        write(ApicRegister.END_OF_INTERRUPT, 0);
    }

    /** Whether an interrupt of that vector is being served: false for a spurious one. */
    public final boolean isInService(int vector) {
        int bits = read(ApicRegister.IN_SERVICE + (vector >>> BITS_SHIFT) * ApicRegister.STRIDE);
        return (bits >>> vector & 1) != 0;
    }

    /** Interrupts another CPU. */
    public final void interrupt(int destination, int vector) {
        sendCommand(destination, ApicRegister.ASSERT | vector);
    }

    /** Error bits since the last call. Intel SDM vol. 3, figure 11-9. */
    public final int takeErrors() {
        write(ApicRegister.ERROR_STATUS, 0);
        return read(ApicRegister.ERROR_STATUS);
    }

    /** The timer interrupts when the TSC reaches MSR TSC_DEADLINE. */
    public final void timerByDeadline() {
        write(ApicRegister.TIMER, ApicRegister.TSC_DEADLINE_MODE | Vector.TIMER);
    }

    /** The timer counts down at full speed and interrupts once at zero. */
    public final void timerByCount() {
        write(ApicRegister.DIVIDE, ApicRegister.DIVIDE_BY_ONE);
        write(ApicRegister.TIMER, Vector.TIMER);
    }

    /** Starts the countdown; 0 stops it. */
    public final void startCount(int count) {
        write(ApicRegister.INITIAL_COUNT, count);
    }

    /** What the countdown has still to go. */
    public final int remainingCount() {
        return read(ApicRegister.CURRENT_COUNT);
    }

    static void setBase(long bits) {
        Processor.writeMsr(Msr.APIC_BASE, Processor.readMsr(Msr.APIC_BASE) | bits);
    }
}
