/** Results and flags against arithmetic of unlimited width. */
package org.peaberry.arch.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.Rflags;

class ArithmeticTest {
    private final Arithmetic arithmetic = new Arithmetic();

    @Property
    void additionHasTheManualsFlags(@ForAll long a, @ForAll long b, @ForAll boolean carry, @ForAll @IntRange(max = 3) int size) {
        int width = 1 << size;
        long before = carry ? Rflags.CARRY : 0;
        arithmetic.compute(MemoryOperation.ADD_CARRY, a, b, width, before);
        BigInteger in = carry ? BigInteger.ONE : BigInteger.ZERO;
        check(unsigned(a, width).add(unsigned(b, width)).add(in), signed(a, width).add(signed(b, width)).add(in), width);
        assertEquals((a & 15) + (b & 15) + (carry ? 1 : 0) > 15, (arithmetic.flags() & Rflags.ADJUST) != 0);
    }

    @Property
    void subtractionHasTheManualsFlags(@ForAll long a, @ForAll long b, @ForAll boolean borrow, @ForAll @IntRange(max = 3) int size) {
        int width = 1 << size;
        arithmetic.compute(MemoryOperation.SUBTRACT_BORROW, a, b, width, borrow ? Rflags.CARRY : 0);
        BigInteger in = borrow ? BigInteger.ONE : BigInteger.ZERO;
        check(unsigned(a, width).subtract(unsigned(b, width)).subtract(in), signed(a, width).subtract(signed(b, width)).subtract(in), width);
        assertEquals((a & 15) - (b & 15) - (borrow ? 1 : 0) < 0, (arithmetic.flags() & Rflags.ADJUST) != 0);
    }

    @Test
    void incrementKeepsTheCarryFlag() {
        arithmetic.compute(MemoryOperation.INCREMENT, 0xff, 0, 1, Rflags.CARRY);
        assertEquals(0, arithmetic.result());
        assertEquals(Rflags.CARRY | Rflags.ZERO | Rflags.ADJUST | Rflags.PARITY, arithmetic.flags());
        arithmetic.compute(MemoryOperation.DECREMENT, 0x80, 0, 1, 0);
        assertEquals(0x7f, arithmetic.result());
        assertEquals(Rflags.OVERFLOW | Rflags.ADJUST, arithmetic.flags());
    }

    @Test
    void negationOfZeroHasNoCarry() {
        arithmetic.compute(MemoryOperation.NEGATE, 0, 0, 4, 0);
        assertEquals(Rflags.ZERO | Rflags.PARITY, arithmetic.flags());
        arithmetic.compute(MemoryOperation.NEGATE, 1, 0, 4, 0);
        assertEquals(0xffff_ffffL, arithmetic.result());
        assertEquals(Rflags.CARRY | Rflags.SIGN | Rflags.ADJUST | Rflags.PARITY, arithmetic.flags());
    }

    @Test
    void logicClearsCarryAndOverflow() {
        arithmetic.compute(MemoryOperation.AND, 0xf0, 0x8f, 1, Rflags.CARRY | Rflags.OVERFLOW);
        assertEquals(0x80, arithmetic.result());
        assertEquals(Rflags.SIGN, arithmetic.flags());
    }

    @Test
    void bitTestsPutTheOldBitIntoTheCarryFlagAndLeaveTheOthers() {
        arithmetic.compute(MemoryOperation.BIT_RESET, 0b1010, 35, 4, Rflags.ZERO);
        assertEquals(0b0010, arithmetic.result());
        assertEquals(Rflags.ZERO | Rflags.CARRY, arithmetic.flags());
        arithmetic.compute(MemoryOperation.BIT_SET, 0, 63, 8, Rflags.CARRY);
        assertEquals(1L << 63, arithmetic.result());
        assertEquals(0, arithmetic.flags());
    }

    @Test
    void notChangesNoFlag() {
        arithmetic.compute(MemoryOperation.NOT, 0x0f, 0, 2, Rflags.CARRY | Rflags.ZERO);
        assertEquals(0xfff0, arithmetic.result());
        assertEquals(Rflags.CARRY | Rflags.ZERO, arithmetic.flags());
    }

    private void check(BigInteger unsigned, BigInteger signed, int width) {
        BigInteger result = unsigned(arithmetic.result(), width);
        BigInteger limit = BigInteger.ONE.shiftLeft(width * 8);
        assertEquals(unsigned.mod(limit), result);
        assertFlag(Rflags.CARRY, unsigned.signum() < 0 || unsigned.compareTo(limit) >= 0);
        assertFlag(Rflags.OVERFLOW, signed.bitLength() >= width * 8);
        assertFlag(Rflags.ZERO, result.signum() == 0);
        assertFlag(Rflags.SIGN, result.testBit(width * 8 - 1));
        assertFlag(Rflags.PARITY, Long.bitCount(arithmetic.result() & 0xff) % 2 == 0);
    }

    private void assertFlag(long flag, boolean expected) {
        assertEquals(expected, (arithmetic.flags() & flag) != 0, "flag " + Long.toHexString(flag));
    }

    private static BigInteger unsigned(long value, int width) {
        return new BigInteger(Long.toUnsignedString(value)).mod(BigInteger.ONE.shiftLeft(width * 8));
    }

    private static BigInteger signed(long value, int width) {
        int unused = 64 - width * 8;
        return BigInteger.valueOf(value << unused >> unused);
    }
}
