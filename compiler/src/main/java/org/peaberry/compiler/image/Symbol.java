/** A name for a place in a section. */
package org.peaberry.compiler.image;

/**
 * @param offset bytes from the start of the section
 * @param size   bytes, 0 when unknown
 */
public record Symbol(String name, int offset, int size, Kind kind) {
    public enum Kind {
        FUNCTION, OBJECT,
        /** Only for relocations; not in the image's symbol table. */
        LABEL
    }

    Symbol withSize(int newSize) {
        return new Symbol(name, offset, newSize, kind);
    }
}
