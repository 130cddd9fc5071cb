/** Prints what an operator needs to report a fatal trap: what happened, registers, Java stack. */
package org.peaberry.arch.trap;

import org.peaberry.arch.cpu.CpuStack;
import org.peaberry.arch.cpu.PerCpu;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.runtime.exception.StackTrace;
import org.peaberry.runtime.unboxed.Address;

/** Allocates nothing while it prints. */
final class TrapReport {
    /** Bits of a page fault's error code. Intel SDM vol. 3, figure 4-12. */
    private static final long PRESENT = 1 << 0;
    private static final long WRITE = 1 << 1;
    private static final long RESERVED_BIT = 1 << 3;
    private static final long FETCH = 1 << 4;

    private static final int HEX_DIGITS = 16;
    private static final int HEX_SHIFT = 4;
    private static final int HEX_MASK = 0xf;
    private static final String DIGITS = "0123456789abcdef";
    /** Accesses below this are those of a null reference. */
    private static final long NULL_PAGE = 4096;

    private final StackTrace.Printer out;
    private final MachineCheck machineCheck;

    TrapReport(StackTrace.Printer out) {
        this.out = out;
        this.machineCheck = new MachineCheck(out);
    }

    /** A machine check that came while a guest ran: there is no frame of the host's. */
    void printMachineCheckInGuest() {
        out.print("MACHINE CHECK on CPU ");
        decimal(PerCpu.cpuNumber());
        out.print(" while a guest ran: the hardware has failed. Look for its maker's log, and test memory and cooling\n");
        machineCheck.print();
    }

    void print(TrapFrame frame) {
        printHead(frame);
        printRegisters(frame);
        printFlags(frame.rflags());
        line("cr0", Processor.readCr0(), "cr2", Processor.readCr2(), "cr3", Processor.readCr3(), "cr4", Processor.readCr4());
        StackTrace.printInterrupted(out, Address.of(frame.rip()), Address.of(frame.rsp()));
    }

    private void printHead(TrapFrame frame) {
        int vector = (int) frame.vector();
        ExceptionVector exception = ExceptionVector.of(vector);
        out.print("FATAL TRAP on CPU ");
        decimal(PerCpu.cpuNumber());
        out.print(": ");
        if (exception == null) {
            out.print("interrupt without a handler, vector ");
            decimal(vector);
        } else {
            out.print(exception.description());
            out.print(" (");
            out.print(exception.mnemonic());
            out.print(")");
        }
        if (exception == ExceptionVector.PAGE_FAULT) {
            printPageFault(frame.errorCode(), Processor.readCr2());
        }
        out.print(", error code ");
        hex(frame.errorCode());
        out.print("\n");
        if (exception == ExceptionVector.MACHINE_CHECK) {
            machineCheck.print();
        }
        if (exception == ExceptionVector.DOUBLE_FAULT && isStackOverflow()) {
            out.print("  The stack has overflowed: too deep a recursion, see below.\n");
        }
    }

    /** A page fault that cannot be pushed on the stack becomes a double fault; its address is still in CR2. */
    private static boolean isStackOverflow() {
        return CpuStack.NORMAL.isGuard(Address.of(Processor.readCr2()), PerCpu.area().stackTop());
    }

    private void printPageFault(long error, long address) {
        out.print((error & FETCH) != 0 ? ", execution of " : (error & WRITE) != 0 ? ", write to " : ", read of ");
        hex(address);
        if ((error & RESERVED_BIT) != 0) {
            out.print(", reserved bits in the page tables");
        } else {
            out.print((error & PRESENT) != 0 ? ", which forbids it" : ", which is not mapped");
        }
        if (Long.compareUnsigned(address, NULL_PAGE) < 0) {
            out.print(" (null)");
        }
    }

    private void printRegisters(TrapFrame frame) {
        line("rax", frame.rax(), "rbx", frame.rbx(), "rcx", frame.rcx(), "rdx", frame.rdx());
        line("rsi", frame.rsi(), "rdi", frame.rdi(), "rbp", frame.rbp(), "rsp", frame.rsp());
        line("r8 ", frame.r8(), "r9 ", frame.r9(), "r10", frame.r10(), "r11", frame.r11());
        line("r12", frame.r12(), "r13", frame.r13(), "r14", frame.r14(), "r15", frame.r15());
        line("rip", frame.rip(), "flg", frame.rflags(), "cs ", frame.cs(), "ss ", frame.ss());
    }

    private void printFlags(long flags) {
        out.print("  flags:");
        flag(flags, Rflags.CARRY, " CF");
        flag(flags, Rflags.ZERO, " ZF");
        flag(flags, Rflags.SIGN, " SF");
        flag(flags, Rflags.TRAP, " TF");
        flag(flags, Rflags.INTERRUPT, " IF");
        flag(flags, Rflags.DIRECTION, " DF");
        flag(flags, Rflags.OVERFLOW, " OF");
        out.print("\n");
    }

    private void flag(long flags, long bit, String name) {
        if ((flags & bit) != 0) {
            out.print(name);
        }
    }

    private void line(String name1, long value1, String name2, long value2, String name3, long value3, String name4, long value4) {
        register(name1, value1);
        register(name2, value2);
        register(name3, value3);
        register(name4, value4);
        out.print("\n");
    }

    private void register(String name, long value) {
        out.print("  ");
        out.print(name);
        out.print(" ");
        hex(value);
    }

    private void hex(long value) {
        hex(out, value);
    }

    /** All sixteen digits. */
    static void hex(StackTrace.Printer out, long value) {
        for (int i = HEX_DIGITS - 1; i >= 0; i--) {
            out.print(DIGITS.charAt((int) (value >>> HEX_SHIFT * i) & HEX_MASK));
        }
    }

    private void decimal(int value) {
        decimal(out, value);
    }

    static void decimal(StackTrace.Printer out, int value) {
        int unit = 1;
        while (value / unit >= 10) {
            unit *= 10;
        }
        for (; unit > 0; unit /= 10) {
            out.print('0' + value / unit % 10);
        }
    }
}
