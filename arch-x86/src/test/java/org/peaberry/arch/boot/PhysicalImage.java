/** Writes structures into simulated physical memory, as a boot loader or firmware does. */
package org.peaberry.arch.boot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.memory.SimulatedMemory;

public final class PhysicalImage {
    private final SimulatedMemory memory = SimulatedMemory.install();

    /** A machine whose memory below the limit is there. */
    public PhysicalImage(long limit) {
        memory.map(DirectMap.BASE, limit);
    }

    /** A little-endian buffer to fill. */
    public static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    public void write(long physical, ByteBuffer content) {
        for (int i = 0; i < content.capacity(); i++) {
            Memory.storeByte(DirectMap.BASE + physical + i, content.get(i));
        }
    }

    public void write(long physical, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.ISO_8859_1);
        write(physical, ByteBuffer.wrap(bytes));
    }

    /** Fixes the byte at an offset so that all bytes sum to zero. */
    public static void checksum(ByteBuffer table, int at, int length) {
        table.put(at, (byte) 0);
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += table.get(i);
        }
        table.put(at, (byte) -sum);
    }
}
