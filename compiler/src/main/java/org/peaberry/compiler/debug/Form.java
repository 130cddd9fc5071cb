/** How the value of an attribute is written. DWARF 5, table 7.6. */
package org.peaberry.compiler.debug;

enum Form {
    ADDRESS(0x01), STRING(0x08), BYTE(0x0b), STRING_OFFSET(0x0e), UNSIGNED(0x0f), REFERENCE(0x10), SECTION_OFFSET(0x17), EXPRESSION(0x18),
    PRESENT(0x19), LINE_STRING_OFFSET(0x1f);

    private final int code;

    Form(int code) {
        this.code = code;
    }

    /** DW_FORM number. */
    int code() {
        return code;
    }
}
