/** The opcode maps: a letter of {@link OpcodeForm} for each opcode, 16 in a row. Intel SDM vol. 2D, tables. */
package org.peaberry.arch.decode;

final class OpcodeTable {
    /** Opcodes of one byte; prefixes and escapes are taken away before. */
    static final int MAP_PRIMARY = 0;
    /** 0F. */
    static final int MAP_0F = 1;
    /** 0F 38. */
    static final int MAP_0F38 = 2;
    /** 0F 3A. */
    static final int MAP_0F3A = 3;

    private static final String PRIMARY =
              "mmmmbz..mmmmbz.x"
            + "mmmmbz..mmmmbz.."
            + "mmmmbzx.mmmmbzx."
            + "mmmmbzx.mmmmbzx."
            + "................"
            + "................"
            + "..mmxxxxzZbM...."
            + "bbbbbbbbbbbbbbbb"
            + "MZMMmmmmmmmmmmmm"
            + "..........f....."
            + "oooo....bz......"
            + "bbbbbbbbvvvvvvvv"
            + "MMw.mmMZe.w..b.."
            + "mmmmbb..mmmmmmmm"
            + "bbbbbbbbzzfb...."
            + "x.xx..gG......mm";

    private static final String SECONDARY =
              "mmmmx.....x.xm.M"
            + "mmmmmmmmmmmmmmmm"
            + "rrrrrxrxmmmmmmmm"
            + "......x.xxxxxxxx"
            + "mmmmmmmmmmmmmmmm"
            + "mmmmmmmmmmmmmmmm"
            + "mmmmmmmmmmmmmmmm"
            + "MMMMmmm.mmxxmmmm"
            + "zzzzzzzzzzzzzzzz"
            + "mmmmmmmmmmmmmmmm"
            + "...mMmxx...mMmmm"
            + "mmmmmmmmmmMmmmmm"
            + "mmMmMMMm........"
            + "mmmmmmmmmmmmmmmm"
            + "mmmmmmmmmmmmmmmm"
            + "mmmmmmmmmmmmmmmm";

    private static final OpcodeForm[] PRIMARY_FORMS = parse(PRIMARY);
    private static final OpcodeForm[] SECONDARY_FORMS = parse(SECONDARY);

    private OpcodeTable() {
    }

    /** @param map of the constants here; others of VEX and EVEX have no immediates */
    static OpcodeForm form(int map, int opcode) {
        return switch (map) {
            case MAP_PRIMARY -> PRIMARY_FORMS[opcode];
            case MAP_0F -> SECONDARY_FORMS[opcode];
            case MAP_0F3A -> OpcodeForm.MODRM_BYTE;
            default -> OpcodeForm.MODRM;
        };
    }

    private static OpcodeForm[] parse(String letters) {
        OpcodeForm[] forms = new OpcodeForm[letters.length()];
        for (int i = 0; i < forms.length; i++) {
            forms[i] = OpcodeForm.of(letters.charAt(i));
        }
        return forms;
    }
}
