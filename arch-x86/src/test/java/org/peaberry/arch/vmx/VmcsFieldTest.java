/** Tests of the VMCS field tables against the structure of encodings. */
package org.peaberry.arch.vmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
        assertThat(all()).allSatisfy(field -> assertThat(field instanceof WritableField).isEqualTo(field.kind() != FieldKind.READ_ONLY));
    }

    @Test
    void namesOfGuestAndHostFieldsAgreeWithTheirKind() {
        assertThat(all().stream().filter(field -> field.name().startsWith("HOST_"))).allMatch(field -> field.kind() == FieldKind.HOST);
        assertThat(all().stream().filter(field -> field.kind() == FieldKind.HOST)).allMatch(field -> field.name().startsWith("HOST_"));
    }

    @Test
    void encodingsAreUniqueFullAndWithoutReservedBits() {
        Set<Integer> seen = new HashSet<>();
        assertThat(all()).allSatisfy(field -> {
            assertThat(seen.add(field.encoding())).as(field.name()).isTrue();
            assertThat(field.encoding() & (RESERVED | ACCESS_HIGH)).as(field.name()).isZero();
        });
    }

    @Test
    void tablesAreInTheManualsOrder() {
        for (VmcsField[] table : tables()) {
            assertThat(Stream.of(table).map(VmcsField::encoding).toList()).isSorted();
        }
    }

    private static void assertWidth(VmcsField[] table, FieldWidth width) {
        assertThat(table).allSatisfy(field -> assertThat(field.width()).as(field.name()).isEqualTo(width));
    }

    private static List<VmcsField[]> tables() {
        return List.of(Field16.values(), Field32.values(), ReadOnly32.values(), Field64.values(), ReadOnly64.values(),
                FieldNatural.values(), ReadOnlyNatural.values());
    }

    private static List<VmcsField> all() {
        return tables().stream().flatMap(Stream::of).toList();
    }
}
