/** What an entry of .debug_info describes. DWARF 5, table 7.3. */
package org.peaberry.compiler.debug;

enum Tag {
    ARRAY_TYPE(0x01), FORMAL_PARAMETER(0x05), MEMBER(0x0d), POINTER_TYPE(0x0f), COMPILE_UNIT(0x11), STRUCTURE_TYPE(0x13),
    TYPEDEF(0x16), INHERITANCE(0x1c), INLINED_SUBROUTINE(0x1d), SUBRANGE_TYPE(0x21), BASE_TYPE(0x24), SUBPROGRAM(0x2e), VARIABLE(0x34);

    private final int code;

    Tag(int code) {
        this.code = code;
    }

    /** DW_TAG number. */
    int code() {
        return code;
    }
}
