/** What the processor's machine-check banks hold, for the report of a machine check. Intel SDM vol. 3, section 16.3; AMD APM vol. 2, section 9.3. */
package org.peaberry.arch.trap;

import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.runtime.exception.StackTrace;

/** Allocates nothing. */
final class MachineCheck {
    private static final long BANK_COUNT = 0xff;
    private static final int REGISTERS_OF_BANK = 4;
    private static final int STATUS = 1;
    private static final int ADDRESS = 2;
    /** Bits of a bank's status register. */
    private static final long VALID = 1L << 63;
    private static final long ADDRESS_VALID = 1L << 58;

    private final StackTrace.Printer out;

    MachineCheck(StackTrace.Printer out) {
        this.out = out;
    }

    /** One line for each bank that tells an error. */
    void print() {
        long banks = Processor.readMsr(Msr.MACHINE_CHECK_CAPABILITY) & BANK_COUNT;
        register("  machine check status ", Processor.readMsr(Msr.MACHINE_CHECK_STATUS));
        out.print("\n");
        for (int bank = 0; bank < banks; bank++) {
            int first = Msr.MACHINE_CHECK_BANK0_CONTROL + REGISTERS_OF_BANK * bank;
            long status = Processor.readMsr(first + STATUS);
            if ((status & VALID) != 0) {
                printBank(bank, status, (status & ADDRESS_VALID) == 0 ? 0 : Processor.readMsr(first + ADDRESS));
            }
        }
    }

    private void printBank(int bank, long status, long address) {
        out.print("  bank ");
        TrapReport.decimal(out, bank);
        register(": status ", status);
        if ((status & ADDRESS_VALID) != 0) {
            register(", address ", address);
        }
        out.print("\n");
    }

    private void register(String name, long value) {
        out.print(name);
        TrapReport.hex(out, value);
    }
}
