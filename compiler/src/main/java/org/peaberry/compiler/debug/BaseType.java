/** Java's primitive types. Encodings: DWARF 5, table 7.11. gdb prints characters of two bytes when their type has C's name. */
package org.peaberry.compiler.debug;

import java.util.Locale;

enum BaseType {
    BOOLEAN('Z', "boolean", 1, 0x02), BYTE('B', "byte", 1, 0x05), SHORT('S', "short", 2, 0x05), CHAR('C', "char16_t", 2, 0x10),
    INT('I', "int", 4, 0x05), LONG('J', "long", 8, 0x05), FLOAT('F', "float", 4, 0x04), DOUBLE('D', "double", 8, 0x04),
    /** What values of unboxed classes are. */
    WORD('\0', "word", 8, 0x07);

    private final char descriptor;
    private final String label;
    private final int bytes;
    private final int encoding;

    BaseType(char descriptor, String label, int bytes, int encoding) {
        this.descriptor = descriptor;
        this.label = label;
        this.bytes = bytes;
        this.encoding = encoding;
    }

    /** The type of a descriptor, or null when that is of an object. */
    static BaseType of(String descriptor) {
        for (BaseType type : values()) {
            if (descriptor.length() == 1 && descriptor.charAt(0) == type.descriptor) {
                return type;
            }
        }
        return null;
    }

    /** Java's keyword. */
    String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    Entry entry() {
        return new Entry(Tag.BASE_TYPE).text(Attribute.NAME, label).number(Attribute.BYTE_SIZE, bytes).number(Attribute.ENCODING, encoding);
    }
}
