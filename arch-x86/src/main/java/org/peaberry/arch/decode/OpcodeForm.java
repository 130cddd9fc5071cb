/** What follows an opcode: ModR/M byte or not, which immediate. Intel SDM vol. 2D, appendix A. */
package org.peaberry.arch.decode;

/** The letters are those of {@link OpcodeTable}. */
enum OpcodeForm {
    INVALID('x', false),
    PLAIN('.', false),
    BYTE('b', false),
    WORD('w', false),
    /** As wide as the operand, 4 bytes at most. */
    OPERAND('z', false),
    /** As wide as the operand, 8 bytes with REX.W. */
    FULL_OPERAND('v', false),
    /** An address without ModR/M. */
    OFFSET('o', false),
    FAR_POINTER('f', false),
    /** ENTER: a word and a byte. */
    WORD_AND_BYTE('e', false),
    MODRM('m', true),
    MODRM_BYTE('M', true),
    MODRM_OPERAND('Z', true),
    /** F6: an immediate byte for TEST only. */
    MODRM_TEST_BYTE('g', true),
    /** F7: an immediate operand for TEST only. */
    MODRM_TEST_OPERAND('G', true),
    /** Control and debug registers: ModR/M always names registers. */
    MODRM_REGISTERS('r', true);

    private static final OpcodeForm[] ALL = values();

    private final char letter;
    private final boolean hasModRm;

    OpcodeForm(char letter, boolean hasModRm) {
        this.letter = letter;
        this.hasModRm = hasModRm;
    }

    boolean hasModRm() {
        return hasModRm;
    }

    static OpcodeForm of(char letter) {
        for (OpcodeForm form : ALL) {
            if (form.letter == letter) {
                return form;
            }
        }
        throw new IllegalArgumentException("no opcode form has this letter");
    }
}
