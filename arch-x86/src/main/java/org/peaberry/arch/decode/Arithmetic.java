/** Results and flags of integer instructions. Intel SDM vol. 1, section 3.4.3.1. */
package org.peaberry.arch.decode;

import org.peaberry.arch.cpu.Rflags;

/** {@link #compute} leaves result and flags here, so that nothing is allocated. */
final class Arithmetic {
    private static final long STATUS = Rflags.CARRY | Rflags.PARITY | Rflags.ADJUST | Rflags.ZERO | Rflags.SIGN | Rflags.OVERFLOW;
    private static final int BYTE_MASK = 0xff;
    /** Bit 4: a carry out of the low four bits. */
    private static final long ADJUST_BIT = 1 << 4;

    private long result;
    private long flags;
    private long mask;
    private long sign;

    long result() {
        return result;
    }

    /** RFLAGS afterwards. */
    long flags() {
        return flags;
    }

    /** @param width bytes; upper bits of the operands do not matter */
    void compute(MemoryOperation operation, long left, long right, int width, long flagsBefore) {
        mask = -1L >>> Long.SIZE - width * Byte.SIZE;
        sign = mask ^ mask >>> 1;
        flags = flagsBefore;
        long a = left & mask;
        long b = right & mask;
        long carry = flagsBefore & Rflags.CARRY;
        switch (operation) {
            case ADD, EXCHANGE_ADD -> add(a, b, 0);
            case ADD_CARRY -> add(a, b, carry);
            case SUBTRACT, COMPARE, COMPARE_EXCHANGE -> subtract(a, b, 0);
            case SUBTRACT_BORROW -> subtract(a, b, carry);
            case NEGATE -> subtract(0, a, 0);
            case INCREMENT -> keepCarry(carry, true, a);
            case DECREMENT -> keepCarry(carry, false, a);
            case AND, TEST -> logical(a & b);
            case OR -> logical(a | b);
            case XOR -> logical(a ^ b);
            case NOT -> result = ~a & mask;
            case BIT_TEST, BIT_SET, BIT_RESET, BIT_COMPLEMENT -> bit(operation, a, 1L << (b & width * Byte.SIZE - 1));
            default -> result = b;
        }
    }

    private void add(long a, long b, long carry) {
        result = a + b + carry & mask;
        boolean isCarry = Long.compareUnsigned(result, a) < 0 || carry != 0 && result == a;
        status(isCarry, a ^ b ^ result, ((a ^ result) & (b ^ result) & sign) != 0);
    }

    private void subtract(long a, long b, long borrow) {
        result = a - b - borrow & mask;
        boolean isBorrow = Long.compareUnsigned(a, b) < 0 || borrow != 0 && a == b;
        status(isBorrow, a ^ b ^ result, ((a ^ b) & (a ^ result) & sign) != 0);
    }

    private void keepCarry(long carry, boolean isIncrement, long a) {
        if (isIncrement) {
            add(a, 1, 0);
        } else {
            subtract(a, 1, 0);
        }
        flags = flags & ~Rflags.CARRY | carry;
    }

    private void logical(long value) {
        result = value;
        status(false, 0, false);
    }

    private void bit(MemoryOperation operation, long a, long bit) {
        result = switch (operation) {
            case BIT_SET -> a | bit;
            case BIT_RESET -> a & ~bit;
            case BIT_COMPLEMENT -> a ^ bit;
            default -> a;
        };
        flags = (a & bit) != 0 ? flags | Rflags.CARRY : flags & ~Rflags.CARRY;
    }

    private void status(boolean carry, long adjust, boolean overflow) {
        long status = flags & ~STATUS;
        status |= carry ? Rflags.CARRY : 0;
        status |= (adjust & ADJUST_BIT) != 0 ? Rflags.ADJUST : 0;
        status |= overflow ? Rflags.OVERFLOW : 0;
        status |= result == 0 ? Rflags.ZERO : 0;
        status |= (result & sign) != 0 ? Rflags.SIGN : 0;
        status |= (Integer.bitCount((int) result & BYTE_MASK) & 1) == 0 ? Rflags.PARITY : 0;
        flags = status;
    }
}
