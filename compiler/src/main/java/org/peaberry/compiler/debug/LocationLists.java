/** .debug_loclists: where a variable is, which depends on where the program is. DWARF 5, §7.29. */
package org.peaberry.compiler.debug;

final class LocationLists {
    /** DW_LLE_end_of_list. */
    private static final int END_OF_LIST = 0;
    /** DW_LLE_start_length. */
    private static final int START_LENGTH = 8;

    private final DwarfBytes bytes = new DwarfBytes();
    private final int begin = bytes.beginLength();

    LocationLists() {
        int segmentSelectorSize = 0;
        int offsetEntries = 0;
        bytes.put16(DwarfBytes.VERSION).put8(Long.BYTES, segmentSelectorSize).put32(offsetEntries);
    }

    /** Says of an entry where its variable is. */
    void describe(Entry entry, VariableHistory history) {
        entry.section(Attribute.LOCATION, () -> append(history));
    }

    private long append(VariableHistory history) {
        int offset = bytes.size();
        for (VariableHistory.Stay stay : history.stays()) {
            byte[] expression = Expression.of(stay.place());
            bytes.put8(START_LENGTH).put64(stay.range().start()).putUnsigned(stay.range().size());
            bytes.putUnsigned(expression.length).putBytes(expression);
        }
        bytes.put8(END_OF_LIST);
        return offset;
    }

    byte[] toByteArray() {
        bytes.endLength(begin);
        return bytes.toByteArray();
    }
}
