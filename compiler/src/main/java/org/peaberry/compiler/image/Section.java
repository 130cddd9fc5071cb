/** A run of bytes that the linker places as a whole, with its symbols and relocations. */
package org.peaberry.compiler.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.peaberry.compiler.encode.Relocation;

/** Grows by {@link #append}; offsets count from its start. */
public final class Section {
    private static final byte BREAKPOINT = (byte) 0xcc;
    private static final int INITIAL_CAPACITY = 256;

    private final String name;
    private final Region region;
    private final List<Symbol> symbols = new ArrayList<>();
    private final List<Relocation> relocations = new ArrayList<>();
    private byte[] contents = new byte[0];
    private int alignment = 1;
    private int size;
    private boolean stored;

    public Section(String name, Region region) {
        this.name = name;
        this.region = region;
    }

    /** Appends bytes at the next multiple of an alignment (a power of two) and returns their offset. */
    public int append(byte[] bytes, int toAlignment) {
        stored = true;
        int offset = align(toAlignment);
        ensureCapacity(offset + bytes.length);
        System.arraycopy(bytes, 0, contents, offset, bytes.length);
        size = offset + bytes.length;
        return offset;
    }

    /** Appends zeros that need no space in the file, as long as nothing else is appended; returns their offset. */
    public int reserve(int bytes, int toAlignment) {
        int offset = align(toAlignment);
        if (stored) {
            ensureCapacity(offset + bytes);
            Arrays.fill(contents, offset, offset + bytes, (byte) 0);
        }
        size = offset + bytes;
        return offset;
    }

    public void define(Symbol symbol) {
        symbols.add(symbol);
    }

    public void relocate(Relocation relocation) {
        relocations.add(relocation);
    }

    public String name() {
        return name;
    }

    public Region region() {
        return region;
    }

    public int alignment() {
        return alignment;
    }

    public int size() {
        return size;
    }

    /** Whether it has bytes of its own, not just zeros. */
    boolean isStored() {
        return stored;
    }

    void copyTo(byte[] target, int offset) {
        if (stored) {
            System.arraycopy(contents, 0, target, offset, size);
        }
    }

    public List<Symbol> symbols() {
        return symbols;
    }

    public List<Relocation> relocations() {
        return relocations;
    }

    /** The symbol around an offset, or the section's name: says where a relocation comes from. */
    String describe(int offset) {
        Symbol best = null;
        for (Symbol symbol : symbols) {
            boolean named = symbol.kind() != Symbol.Kind.LABEL && symbol.offset() <= offset;
            if (named && (best == null || symbol.offset() > best.offset())) {
                best = symbol;
            }
        }
        return best == null ? "section " + name : best.name();
    }

    private int align(int toAlignment) {
        if (Integer.bitCount(toAlignment) != 1) {
            throw new IllegalArgumentException("alignment " + toAlignment + " is no power of two");
        }
        alignment = Math.max(alignment, toAlignment);
        int offset = Math.addExact(size, toAlignment - 1) & -toAlignment;
        if (stored) {
            ensureCapacity(offset);
            Arrays.fill(contents, size, offset, region == Region.TEXT ? BREAKPOINT : 0);
        }
        return offset;
    }

    private void ensureCapacity(int capacity) {
        if (contents.length < capacity) {
            contents = Arrays.copyOf(contents, Math.max(Math.max(INITIAL_CAPACITY, capacity), 2 * contents.length));
        }
    }
}
