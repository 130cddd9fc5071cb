/** The one door to raw memory: loads, stores and atomic operations on host virtual addresses. */
package org.peaberry.runtime.memory;

import static org.peaberry.runtime.annotation.Intrinsic.Operation.*;

import org.peaberry.runtime.annotation.Intrinsic;

/** On the host JVM every access goes to the {@link SimulatedMemory} installed for the test. Little-endian. */
public final class Memory {
    private Memory() {
    }

    @Intrinsic(LOAD_BYTE)
    public static byte loadByte(long address) {
        return SimulatedMemory.current().loadByte(address);
    }

    @Intrinsic(LOAD_SHORT)
    public static short loadShort(long address) {
        return SimulatedMemory.current().loadShort(address);
    }

    @Intrinsic(LOAD_INT)
    public static int loadInt(long address) {
        return SimulatedMemory.current().loadInt(address);
    }

    @Intrinsic(LOAD_LONG)
    public static long loadLong(long address) {
        return SimulatedMemory.current().loadLong(address);
    }

    @Intrinsic(STORE_BYTE)
    public static void storeByte(long address, byte value) {
        SimulatedMemory.current().storeByte(address, value);
    }

    @Intrinsic(STORE_SHORT)
    public static void storeShort(long address, short value) {
        SimulatedMemory.current().storeShort(address, value);
    }

    @Intrinsic(STORE_INT)
    public static void storeInt(long address, int value) {
        SimulatedMemory.current().storeInt(address, value);
    }

    @Intrinsic(STORE_LONG)
    public static void storeLong(long address, long value) {
        SimulatedMemory.current().storeLong(address, value);
    }

    @Intrinsic(COMPARE_AND_SWAP_INT)
    public static boolean compareAndSwapInt(long address, int expected, int replacement) {
        return SimulatedMemory.current().compareAndSwapInt(address, expected, replacement);
    }

    @Intrinsic(COMPARE_AND_SWAP_LONG)
    public static boolean compareAndSwapLong(long address, long expected, long replacement) {
        return SimulatedMemory.current().compareAndSwapLong(address, expected, replacement);
    }

    @Intrinsic(FETCH_AND_ADD_INT)
    public static int fetchAndAddInt(long address, int value) {
        return SimulatedMemory.current().fetchAndAddInt(address, value);
    }

    @Intrinsic(FETCH_AND_ADD_LONG)
    public static long fetchAndAddLong(long address, long value) {
        return SimulatedMemory.current().fetchAndAddLong(address, value);
    }

    @Intrinsic(EXCHANGE_INT)
    public static int exchangeInt(long address, int value) {
        return SimulatedMemory.current().exchangeInt(address, value);
    }

    @Intrinsic(EXCHANGE_LONG)
    public static long exchangeLong(long address, long value) {
        return SimulatedMemory.current().exchangeLong(address, value);
    }

    /** Sets bit 0..63 of the 8-byte word atomically; returns whether it was set before. */
    @Intrinsic(TEST_AND_SET_BIT)
    public static boolean testAndSetBit(long address, long bit) {
        return SimulatedMemory.current().testAndSetBit(address, bit);
    }

    /** Clears bit 0..63 of the 8-byte word atomically; returns whether it was set before. */
    @Intrinsic(TEST_AND_CLEAR_BIT)
    public static boolean testAndClearBit(long address, long bit) {
        return SimulatedMemory.current().testAndClearBit(address, bit);
    }

    /** Orders all earlier loads and stores before all later ones. */
    @Intrinsic(FENCE)
    public static void fence() {
        java.lang.invoke.VarHandle.fullFence();
    }

    /** Copies bytes in ascending order. */
    @Intrinsic(COPY_BYTES)
    public static void copyBytes(long to, long from, long bytes) {
        for (long i = 0; i < bytes; i++) {
            storeByte(to + i, loadByte(from + i));
        }
    }

    /** Copies 8-byte words in ascending order. */
    @Intrinsic(COPY_WORDS)
    public static void copyWords(long to, long from, long words) {
        copyBytes(to, from, words * Long.BYTES);
    }

    @Intrinsic(FILL_BYTES)
    public static void fillBytes(long to, byte value, long bytes) {
        for (long i = 0; i < bytes; i++) {
            storeByte(to + i, value);
        }
    }

    @Intrinsic(FILL_WORDS)
    public static void fillWords(long to, long value, long words) {
        for (long i = 0; i < words; i++) {
            storeLong(to + i * Long.BYTES, value);
        }
    }
}
