/** Reads and writes parts of a guest's general registers as instructions do. Intel SDM vol. 1, section 3.4.1.1. */
package org.peaberry.arch.decode;

import org.peaberry.arch.virtualization.GuestRegisters;

final class RegisterOperand {
    private static final long HIGH_BYTE = 0xff00;
    private static final long LOW_WORD = 0xffff_ffffL;

    private RegisterOperand() {
    }

    /** The other operand of an access; bits above its width are whatever they are. */
    static long read(GuestRegisters registers, DecodedAccess access) {
        if (access.hasImmediate()) {
            return access.immediate();
        }
        long value = registers.value(access.register());
        return access.isHighByte() ? value >>> Byte.SIZE : value;
    }

    /** Writes a result to the register of an access. */
    static void write(GuestRegisters registers, DecodedAccess access, long value) {
        if (access.isHighByte()) {
            long mask = HIGH_BYTE;
            long before = registers.value(access.register());
            registers.value(access.register(), before & ~mask | value << Byte.SIZE & mask);
        } else {
            write(registers, access.register(), access.resultWidth(), value);
        }
    }

    /** Writing 4 bytes clears the upper half, writing 1 or 2 bytes leaves the rest. */
    static void write(GuestRegisters registers, int register, int width, long value) {
        long written = switch (width) {
            case Long.BYTES -> value;
            case Integer.BYTES -> value & LOW_WORD;
            default -> {
                long mask = (1L << width * Byte.SIZE) - 1;
                yield registers.value(register) & ~mask | value & mask;
            }
        };
        registers.value(register, written);
    }

    /** Adds to a register that addresses memory, as string instructions do. */
    static void add(GuestRegisters registers, int register, int addressBytes, long increment) {
        write(registers, register, addressBytes, registers.value(register) + increment);
    }

    /** The low bytes of a register. */
    static long low(GuestRegisters registers, int register, int width) {
        int unused = Long.SIZE - width * Byte.SIZE;
        return registers.value(register) << unused >>> unused;
    }
}
