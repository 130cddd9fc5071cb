/** ByteBuffer over an array: numbers are put together from bytes, each of which is checked like any element of an array. */
package org.peaberry.runtime.jdk;

import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.nio.HeapByteBuffer")
public final class HeapByteBufferSubstitution {
    private static final int BYTE_MASK = 0xff;

    private HeapByteBufferSubstitution() {
    }

    @Substitute
    static char getChar(Object self) {
        return (char) next(self, Character.BYTES);
    }

    @Substitute
    static char getChar(Object self, int index) {
        return (char) load(self, index, Character.BYTES);
    }

    @Substitute
    static short getShort(Object self) {
        return (short) next(self, Short.BYTES);
    }

    @Substitute
    static short getShort(Object self, int index) {
        return (short) load(self, index, Short.BYTES);
    }

    @Substitute
    static int getInt(Object self) {
        return (int) next(self, Integer.BYTES);
    }

    @Substitute
    static int getInt(Object self, int index) {
        return (int) load(self, index, Integer.BYTES);
    }

    @Substitute
    static long getLong(Object self) {
        return next(self, Long.BYTES);
    }

    @Substitute
    static long getLong(Object self, int index) {
        return load(self, index, Long.BYTES);
    }

    @Substitute
    static ByteBuffer putChar(Object self, char value) {
        return append(self, value, Character.BYTES);
    }

    @Substitute
    static ByteBuffer putChar(Object self, int index, char value) {
        return store(self, index, value, Character.BYTES);
    }

    @Substitute
    static ByteBuffer putShort(Object self, short value) {
        return append(self, value, Short.BYTES);
    }

    @Substitute
    static ByteBuffer putShort(Object self, int index, short value) {
        return store(self, index, value, Short.BYTES);
    }

    @Substitute
    static ByteBuffer putInt(Object self, int value) {
        return append(self, value, Integer.BYTES);
    }

    @Substitute
    static ByteBuffer putInt(Object self, int index, int value) {
        return store(self, index, value, Integer.BYTES);
    }

    @Substitute
    static ByteBuffer putLong(Object self, long value) {
        return append(self, value, Long.BYTES);
    }

    @Substitute
    static ByteBuffer putLong(Object self, int index, long value) {
        return store(self, index, value, Long.BYTES);
    }

    private static long next(Object self, int bytes) {
        ByteBuffer buffer = (ByteBuffer) self;
        int position = buffer.position();
        if (buffer.remaining() < bytes) {
            throw new BufferUnderflowException();
        }
        buffer.position(position + bytes);
        return load(self, position, bytes);
    }

    private static ByteBuffer append(Object self, long value, int bytes) {
        ByteBuffer buffer = (ByteBuffer) self;
        int position = buffer.position();
        if (buffer.remaining() < bytes) {
            throw new BufferOverflowException();
        }
        buffer.position(position + bytes);
        return store(self, position, value, bytes);
    }

    private static long load(Object self, int index, int bytes) {
        ByteBuffer buffer = (ByteBuffer) self;
        checkLast(buffer, index, bytes);
        boolean isBigEndian = buffer.order() == ByteOrder.BIG_ENDIAN;
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            int shift = Byte.SIZE * (isBigEndian ? bytes - 1 - i : i);
            value |= (buffer.get(index + i) & (long) BYTE_MASK) << shift;
        }
        return value;
    }

    private static ByteBuffer store(Object self, int index, long value, int bytes) {
        ByteBuffer buffer = (ByteBuffer) self;
        checkLast(buffer, index, bytes);
        boolean isBigEndian = buffer.order() == ByteOrder.BIG_ENDIAN;
        for (int i = 0; i < bytes; i++) {
            int shift = Byte.SIZE * (isBigEndian ? bytes - 1 - i : i);
            buffer.put(index + i, (byte) (value >>> shift));
        }
        return buffer;
    }

    /** So that nothing is written when not all fits. */
    private static void checkLast(ByteBuffer buffer, int index, int bytes) {
        if (index < 0 || bytes > buffer.limit() - index) {
            throw new IndexOutOfBoundsException();
        }
    }
}
