/** Serves the exits of the guest program's guest and prints a line for each, unless it is measured. */
package org.peaberry.tests.machine;

import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.decode.MemoryEmulator;
import org.peaberry.arch.decode.MemoryMappedDevice;
import org.peaberry.arch.timer.OneShotTimer;
import org.peaberry.arch.virtualization.ExitReason;
import org.peaberry.arch.virtualization.GuestRegisters;
import org.peaberry.arch.virtualization.PortAccess;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

/** The numbers of hypercalls and vectors are known to {@link GuestCode} too. */
final class GuestExits implements MemoryMappedDevice {
    static final int WANT_INTERRUPT = 18;
    static final int WANT_NMI = 19;
    static final int WANT_TIMER = 20;
    static final int BEGIN = 21;
    static final int REPORT = 22;
    static final int EMPTY = 23;
    static final int MISSING_MSR = 0x666;
    private static final int GENERAL_PROTECTION = 13;
    private static final int VECTOR = 0x30;
    private static final long LOW_HALF = 0xffff_ffffL;
    private static final long DEVICE_VALUE = 0x1230;
    private static final long TIMER_TICKS = 1_000_000;

    private final VirtualCpu cpu;
    private final OneShotTimer timer;
    private final MemoryEmulator emulator;
    private final MachineConsole console = MachineConsole.INSTANCE;
    private boolean wantsInterrupt;
    private boolean isMeasuring;
    private long begin;

    GuestExits(VirtualCpu cpu, OneShotTimer timer) {
        this.cpu = cpu;
        this.timer = timer;
        this.emulator = new MemoryEmulator(cpu);
    }

    /** Returns when the guest shuts down. */
    void serve() {
        while (true) {
            if (wantsInterrupt) {
                offerInterrupt();
            }
            ExitReason reason = cpu.run();
            if (!isMeasuring) {
                console.line("exit", reason.name());
            }
            if (!serve(reason, cpu.registers())) {
                return;
            }
        }
    }

    private void offerInterrupt() {
        if (cpu.canAcceptInterrupt()) {
            wantsInterrupt = false;
            cpu.injectInterrupt(VECTOR);
        } else {
            cpu.requestInterruptWindow();
        }
    }

    private boolean serve(ExitReason reason, GuestRegisters registers) {
        switch (reason) {
            case CPUID -> {
                registers.rax(registers.rax() + 1 & LOW_HALF);
                cpu.advance();
            }
            case HYPERCALL -> call((int) registers.rax(), registers);
            case MSR_READ -> readMsr((int) registers.rcx(), registers);
            case MSR_WRITE -> writeMsr((int) registers.rcx(), registers.rdx() << Integer.SIZE | registers.rax() & LOW_HALF);
            case PORT_IO -> port(cpu.portAccess());
            case NESTED_PAGE_FAULT -> {
                return emulator.emulate(cpu.nestedFault(), this);
            }
            case HLT -> cpu.advance();
            case INTERRUPT_WINDOW, NMI_WINDOW, EXTERNAL_INTERRUPT -> { }
            case EXCEPTION -> cpu.reflectException();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void call(int number, GuestRegisters registers) {
        switch (number) {
            case WANT_INTERRUPT -> wantsInterrupt = true;
            case WANT_NMI -> cpu.injectNmi();
            case WANT_TIMER -> timer.arm(Processor.timeStampCounter() + TIMER_TICKS);
            case BEGIN -> measure();
            case REPORT -> console.number("report", registers.rbx());
            case EMPTY -> { }
            default -> console.number("handler", number);
        }
        cpu.advance();
    }

    /** From one call to the next. */
    private void measure() {
        if (isMeasuring) {
            console.number("ticks", Processor.timeStampCounter() - begin);
        }
        isMeasuring = true;
        begin = Processor.timeStampCounter();
    }

    private void readMsr(int index, GuestRegisters registers) {
        if (index == MISSING_MSR) {
            cpu.injectException(GENERAL_PROTECTION, 0);
            return;
        }
        registers.rax(1);
        registers.rdx(0);
        cpu.advance();
    }

    private void writeMsr(int index, long value) {
        if (index == Msr.EFER) {
            isMeasuring = false;
            cpu.efer(value);
        } else {
            console.number("written", value);
        }
        cpu.advance();
    }

    private void port(PortAccess access) {
        console.line(access.isInput() ? "in" : "out", access.width() == 1 ? "a byte" : "more bytes");
        console.number("port", access.port());
        cpu.advance();
    }

    @Override
    public long read(GuestPhysicalAddress address, int width) {
        console.number("read at", address.toLong());
        return DEVICE_VALUE;
    }

    @Override
    public void write(GuestPhysicalAddress address, int width, long value) {
        console.number("write at", address.toLong());
        console.number("value", value & LOW_HALF);
    }
}
