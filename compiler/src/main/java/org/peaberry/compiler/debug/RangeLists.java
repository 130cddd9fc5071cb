/** .debug_rnglists: code that is not in one piece. DWARF 5, §7.28. */
package org.peaberry.compiler.debug;

import java.util.List;

final class RangeLists {
    /** DW_RLE_end_of_list. */
    private static final int END_OF_LIST = 0;
    /** DW_RLE_start_length. */
    private static final int START_LENGTH = 7;

    private final DwarfBytes bytes = new DwarfBytes();
    private final int begin = bytes.beginLength();

    RangeLists() {
        int segmentSelectorSize = 0;
        int offsetEntries = 0;
        bytes.put16(DwarfBytes.VERSION).put8(Long.BYTES, segmentSelectorSize).put32(offsetEntries);
    }

    /** Says of an entry which code belongs to it. */
    void describe(Entry entry, List<CodeRange> ranges) {
        if (ranges.size() == 1) {
            entry.address(Attribute.LOW_PC, ranges.get(0).start()).number(Attribute.HIGH_PC, ranges.get(0).size());
            return;
        }
        entry.section(Attribute.RANGES, () -> append(ranges));
    }

    private long append(List<CodeRange> ranges) {
        int offset = bytes.size();
        for (CodeRange range : ranges) {
            bytes.put8(START_LENGTH).put64(range.start()).putUnsigned(range.size());
        }
        bytes.put8(END_OF_LIST);
        return offset;
    }

    byte[] toByteArray() {
        bytes.endLength(begin);
        return bytes.toByteArray();
    }
}
