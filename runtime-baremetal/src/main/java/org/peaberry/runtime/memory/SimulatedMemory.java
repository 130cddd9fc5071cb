/** Memory of the host JVM's tests: sparse pages, little-endian, with faults on what was not mapped. */
package org.peaberry.runtime.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

import org.peaberry.runtime.annotation.HostedOnly;

/** One per test thread; {@link #install} makes it the target of {@link Memory}. */
@HostedOnly
public final class SimulatedMemory {
    /** Bytes in a page. */
    public static final int PAGE_SIZE = 4096;

    private static final ThreadLocal<SimulatedMemory> CURRENT = new ThreadLocal<>();

    private final Map<Long, ByteBuffer> pages = new HashMap<>();
    private final Map<String, Long> symbols = new HashMap<>();

    /** Makes a fresh memory the current one of this thread. */
    public static SimulatedMemory install() {
        SimulatedMemory memory = new SimulatedMemory();
        CURRENT.set(memory);
        return memory;
    }

    /** The memory of this thread; an error when there is none. */
    public static SimulatedMemory current() {
        SimulatedMemory memory = CURRENT.get();
        if (memory == null) {
            throw new IllegalStateException("raw memory touched on the host without SimulatedMemory.install()");
        }
        return memory;
    }

    /** Maps zeroed memory over the range; pages that exist keep their content. */
    public void map(long address, long bytes) {
        for (long page = pageOf(address); Long.compareUnsigned(page, pageOf(address + bytes - 1)) <= 0; page++) {
            pages.computeIfAbsent(page, p -> ByteBuffer.allocate(PAGE_SIZE).order(ByteOrder.LITTLE_ENDIAN));
        }
    }

    /** Takes pages away, so that touching them faults. */
    public void unmap(long address, long bytes) {
        for (long page = pageOf(address); Long.compareUnsigned(page, pageOf(address + bytes - 1)) <= 0; page++) {
            pages.remove(page);
        }
    }

    /** Defines a linker symbol. */
    public void define(String name, long address) {
        symbols.put(name, address);
    }

    long symbol(String name) {
        Long address = symbols.get(name);
        if (address == null) {
            throw new IllegalStateException("no symbol " + name + " in simulated memory: call define(…)");
        }
        return address;
    }

    public byte loadByte(long address) {
        return page(address).get(offset(address));
    }

    public short loadShort(long address) {
        return (short) load(address, Short.BYTES);
    }

    public int loadInt(long address) {
        return (int) load(address, Integer.BYTES);
    }

    public long loadLong(long address) {
        return load(address, Long.BYTES);
    }

    public void storeByte(long address, byte value) {
        page(address).put(offset(address), value);
    }

    public void storeShort(long address, short value) {
        store(address, value, Short.BYTES);
    }

    public void storeInt(long address, int value) {
        store(address, value, Integer.BYTES);
    }

    public void storeLong(long address, long value) {
        store(address, value, Long.BYTES);
    }

    synchronized boolean compareAndSwapInt(long address, int expected, int replacement) {
        if (loadInt(address) != expected) {
            return false;
        }
        storeInt(address, replacement);
        return true;
    }

    synchronized boolean compareAndSwapLong(long address, long expected, long replacement) {
        if (loadLong(address) != expected) {
            return false;
        }
        storeLong(address, replacement);
        return true;
    }

    synchronized int fetchAndAddInt(long address, int value) {
        return exchangeInt(address, loadInt(address) + value);
    }

    synchronized long fetchAndAddLong(long address, long value) {
        return exchangeLong(address, loadLong(address) + value);
    }

    synchronized int exchangeInt(long address, int value) {
        int before = loadInt(address);
        storeInt(address, value);
        return before;
    }

    synchronized long exchangeLong(long address, long value) {
        long before = loadLong(address);
        storeLong(address, value);
        return before;
    }

    synchronized boolean testAndSetBit(long address, long bit) {
        long before = exchangeLong(address, loadLong(address) | 1L << bit);
        return (before >>> bit & 1) != 0;
    }

    synchronized boolean testAndClearBit(long address, long bit) {
        long before = exchangeLong(address, loadLong(address) & ~(1L << bit));
        return (before >>> bit & 1) != 0;
    }

    private long load(long address, int bytes) {
        long value = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            value = value << Byte.SIZE | Byte.toUnsignedLong(loadByte(address + i));
        }
        return value;
    }

    private void store(long address, long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            storeByte(address + i, (byte) (value >> Byte.SIZE * i));
        }
    }

    private ByteBuffer page(long address) {
        ByteBuffer page = pages.get(pageOf(address));
        if (page == null) {
            throw new IllegalStateException("simulated page fault at 0x" + Long.toHexString(address));
        }
        return page;
    }

    private static long pageOf(long address) {
        return address >>> Integer.numberOfTrailingZeros(PAGE_SIZE);
    }

    private static int offset(long address) {
        return (int) (address & PAGE_SIZE - 1);
    }
}
