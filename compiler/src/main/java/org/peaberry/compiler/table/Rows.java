/** Rows of 4-byte numbers: the shape of all code tables. */
package org.peaberry.compiler.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.image.Region;
import org.peaberry.compiler.image.Section;
import org.peaberry.compiler.image.Symbol;

final class Rows {
    private final String name;
    private final int rowSize;
    private final List<int[]> rows = new ArrayList<>();

    /** @param rowSize bytes, at least what {@link #add} is given */
    Rows(String name, int rowSize) {
        this.name = name;
        this.rowSize = rowSize;
    }

    /** Appends a row and returns its index. */
    int add(int... numbers) {
        rows.add(numbers);
        return rows.size() - 1;
    }

    int count() {
        return rows.size();
    }

    /** Between the symbols {@code name} and {@code name_end}. */
    Section toSection() {
        ByteBuffer bytes = ByteBuffer.allocate(rows.size() * rowSize).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < rows.size(); row++) {
            bytes.position(row * rowSize);
            for (int number : rows.get(row)) {
                bytes.putInt(number);
            }
        }
        return section(name, bytes.array());
    }

    static Section section(String name, byte[] bytes) {
        Section section = new Section(".rodata." + name, Region.RODATA);
        int start = section.append(bytes, Long.BYTES);
        section.define(new Symbol(name, start, bytes.length, Symbol.Kind.OBJECT));
        section.define(new Symbol(name + "_end", start + bytes.length, 0, Symbol.Kind.OBJECT));
        return section;
    }
}
