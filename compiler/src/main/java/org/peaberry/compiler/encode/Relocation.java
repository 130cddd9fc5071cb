/** A place in a section that the linker fills in. */
package org.peaberry.compiler.encode;

/**
 * @param offset bytes from the start of the section or code
 * @param addend added to the symbol's value
 */
public record Relocation(int offset, Kind kind, String symbol, long addend) {
    /** How the value is computed and stored. System V ABI, AMD64 supplement, §4.4. */
    public enum Kind {
        /** 4 bytes: symbol + addend - place. */
        PC32,
        /** 4 bytes, zero-extended by its user: symbol + addend. */
        ABSOLUTE32,
        /** 4 bytes, sign-extended by its user: symbol + addend. */
        ABSOLUTE32_SIGNED,
        /** 8 bytes: symbol + addend. */
        ABSOLUTE64
    }

    /** The same place, seen from a section in which this code starts at an offset. */
    public Relocation movedBy(int bytes) {
        return new Relocation(offset + bytes, kind, symbol, addend);
    }
}
