/** Bytes of one object, type or field of the image while they are filled in, with the references they hold. */
package org.peaberry.compiler.heap;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.encode.Relocation;
import org.peaberry.compiler.image.Section;
import org.peaberry.compiler.image.Symbol;
import org.peaberry.compiler.ir.MemoryKind;

final class ImageBytes {
    private final ByteBuffer bytes;
    private final List<Relocation> relocations = new ArrayList<>();

    ImageBytes(int size) {
        bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @param symbol null for a null reference */
    void putAddress(int offset, String symbol) {
        if (symbol != null) {
            relocations.add(new Relocation(offset, Relocation.Kind.ABSOLUTE64, symbol, 0));
        }
    }

    void putInt(int offset, int value) {
        bytes.putInt(offset, value);
    }

    /** @param value boxed, as reflection gives it; words as Long */
    void put(int offset, MemoryKind kind, Object value) {
        switch (kind) {
            case BOOLEAN -> bytes.put(offset, (byte) ((Boolean) value ? 1 : 0));
            case BYTE -> bytes.put(offset, (Byte) value);
            case SHORT -> bytes.putShort(offset, (Short) value);
            case CHAR -> bytes.putChar(offset, (Character) value);
            case INT -> bytes.putInt(offset, (Integer) value);
            case LONG -> bytes.putLong(offset, (Long) value);
            case FLOAT -> bytes.putFloat(offset, (Float) value);
            case DOUBLE -> bytes.putDouble(offset, (Double) value);
            case REFERENCE -> throw new IllegalArgumentException("a reference is put by its symbol");
        }
    }

    /** Appends to a section; the symbol stands a number of bytes after the start. */
    void appendTo(Section section, int alignment, String symbol, int symbolOffset, Symbol.Kind kind) {
        int start = section.append(bytes.array(), alignment);
        section.define(new Symbol(symbol, start + symbolOffset, bytes.capacity() - symbolOffset, kind));
        relocations.forEach(relocation -> section.relocate(relocation.movedBy(start)));
    }
}
