/** .debug_info: trees of entries as bytes. DWARF 5, §7.5. */
package org.peaberry.compiler.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

final class InfoSection {
    private static final int COMPILE_UNIT = 1;

    private record Reference(int place, Entry target) {
    }

    private final Abbreviations abbreviations = new Abbreviations();
    private final Strings strings = new Strings();
    private final DwarfBytes bytes = new DwarfBytes();
    private final List<Reference> references = new ArrayList<>();

    /** Writes a compilation unit and returns the offset of its header. */
    int add(Entry unit) {
        int header = bytes.size();
        int begin = bytes.beginLength();
        bytes.put16(DwarfBytes.VERSION).put8(COMPILE_UNIT, Long.BYTES).put32(0);
        write(unit);
        bytes.endLength(begin);
        return header;
    }

    private void write(Entry entry) {
        entry.place(bytes.size());
        bytes.putUnsigned(abbreviations.code(entry));
        entry.values().forEach(this::write);
        if (!entry.children().isEmpty()) {
            entry.children().forEach(this::write);
            bytes.put8(0);
        }
    }

    private void write(Entry.Value value) {
        switch (value.form()) {
            case UNSIGNED -> bytes.putUnsigned((Long) value.value());
            case ADDRESS -> bytes.put64((Long) value.value());
            case SECTION_OFFSET -> bytes.put32(((LongSupplier) value.value()).getAsLong());
            case STRING_OFFSET -> bytes.put32(strings.offset((String) value.value()));
            case EXPRESSION -> {
                byte[] expression = (byte[]) value.value();
                bytes.putUnsigned(expression.length).putBytes(expression);
            }
            case REFERENCE -> {
                references.add(new Reference(bytes.size(), (Entry) value.value()));
                bytes.put32(0);
            }
            case PRESENT -> { }
            default -> throw new IllegalStateException("no entry has a value of the form " + value.form());
        }
    }

    /** The section; all units were added before. */
    byte[] toByteArray() {
        references.forEach(reference -> bytes.patch32(reference.place, reference.target.offset()));
        return bytes.toByteArray();
    }

    Abbreviations abbreviations() {
        return abbreviations;
    }

    Strings strings() {
        return strings;
    }
}
