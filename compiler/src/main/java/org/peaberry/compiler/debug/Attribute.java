/** Attributes of entries. DWARF 5, table 7.5. */
package org.peaberry.compiler.debug;

enum Attribute {
    LOCATION(0x02), NAME(0x03), BYTE_SIZE(0x0b), STATEMENT_LIST(0x10), LOW_PC(0x11), HIGH_PC(0x12), LANGUAGE(0x13), COMPILATION_DIRECTORY(0x1b),
    INLINE(0x20), PRODUCER(0x25), ABSTRACT_ORIGIN(0x31), ARTIFICIAL(0x34), COUNT(0x37), DATA_MEMBER_LOCATION(0x38), DECLARATION_FILE(0x3a),
    DECLARATION_LINE(0x3b), DECLARATION(0x3c), ENCODING(0x3e), EXTERNAL(0x3f), FRAME_BASE(0x40), TYPE(0x49), RANGES(0x55), CALL_FILE(0x58), CALL_LINE(0x59),
    OBJECT_POINTER(0x64);

    private final int code;

    Attribute(int code) {
        this.code = code;
    }

    /** DW_AT number. */
    int code() {
        return code;
    }
}
