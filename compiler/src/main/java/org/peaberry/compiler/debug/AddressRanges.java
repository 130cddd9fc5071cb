/** .debug_aranges: which compilation unit a code address belongs to. DWARF 5, §6.1.2. */
package org.peaberry.compiler.debug;

import java.util.List;

final class AddressRanges {
    private static final int VERSION = 2;
    private static final int TUPLE_SIZE = 2 * Long.BYTES;

    private final DwarfBytes bytes = new DwarfBytes();

    /** @param unit offset of the unit in .debug_info */
    void add(int unit, List<CodeRange> ranges) {
        int start = bytes.size();
        int segmentSelectorSize = 0;
        int begin = bytes.beginLength();
        bytes.put16(VERSION).put32(unit).put8(Long.BYTES, segmentSelectorSize).align(start, TUPLE_SIZE, 0);
        for (CodeRange range : ranges) {
            bytes.put64(range.start()).put64(range.size());
        }
        bytes.put64(0).put64(0);
        bytes.endLength(begin);
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
