/** Tests of the VMCS field tables against the structure of encodings. */
package org.peaberry.arch.vmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VmcsFieldTest {
    private static final int ACCESS_HIGH = 1;
    /** Bit 12 and bits 15 and above. Intel SDM vol. 3, table 25-21. */
    private static final int RESERVED = ~0x6fff;

    @Test
    void everyEncodingHasTheWidthOfItsTable() {
        assertWidth(Field16.values(), FieldWidth.BITS_16);
        assertWidth(Field32.values(), FieldWidth.BITS_32);
        assertWidth(ReadOnly32.values(), FieldWidth.BITS_32);
        assertWidth(Field64.values(), FieldWidth.BITS_64);
        assertWidth(ReadOnly64.values(), FieldWidth.BITS_64);
        assertWidth(FieldNatural.values(), FieldWidth.NATURAL);
        assertWidth(ReadOnlyNatural.values(), FieldWidth.NATURAL);
    }

    @Test
    void whatTheManualCallsReadOnlyIsNotWritable() {
        for (VmcsField field : all()) {
            assertEquals(field.kind() != FieldKind.READ_ONLY, field instanceof WritableField, field.name());
        }
    }

    @Test
    void hostFieldsAreNamedSo() {
        for (VmcsField field : all()) {
            assertEquals(field.kind() == FieldKind.HOST, field.name().startsWith("HOST_"), field.name());
        }
    }

    @Test
    void encodingsAreUniqueFullAndWithoutReservedBits() {
        Set<Integer> seen = new HashSet<>();
        for (VmcsField field : all()) {
            assertTrue(seen.add(field.encoding()), field.name());
            assertEquals(0, field.encoding() & (RESERVED | ACCESS_HIGH), field.name());
        }
    }

    @Test
    void tablesAreInTheManualsOrder() {
        for (VmcsField[] table : tables()) {
            for (int i = 1; i < table.length; i++) {
                assertTrue(table[i].encoding() > table[i - 1].encoding(), table[i].name());
            }
        }
    }

    private static void assertWidth(VmcsField[] table, FieldWidth width) {
        for (VmcsField field : table) {
            assertEquals(width, field.width(), field.name());
        }
    }

    private static List<VmcsField[]> tables() {
        return List.of(Field16.values(), Field32.values(), ReadOnly32.values(), Field64.values(), ReadOnly64.values(),
                FieldNatural.values(), ReadOnlyNatural.values());
    }

    private static List<VmcsField> all() {
        List<VmcsField> all = new ArrayList<>();
        tables().forEach(table -> all.addAll(List.of(table)));
        return all;
    }
}
