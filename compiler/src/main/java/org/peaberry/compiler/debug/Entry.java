/** A debugging information entry (DIE): a tag, attributes, and entries below it. DWARF 5, §2.1. */
package org.peaberry.compiler.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

final class Entry {
    /** One attribute; the value is a Long, a LongSupplier, a String, a byte array or an Entry, as the form wants it. */
    record Value(Attribute attribute, Form form, Object value) {
    }

    private static final int UNPLACED = -1;

    private final Tag tag;
    private final List<Value> values = new ArrayList<>();
    private final List<Entry> children = new ArrayList<>();
    private int offset = UNPLACED;

    Entry(Tag tag) {
        this.tag = tag;
    }

    Tag tag() {
        return tag;
    }

    List<Value> values() {
        return values;
    }

    List<Entry> children() {
        return children;
    }

    /** Adds an entry below this one, and returns it. */
    Entry add(Entry child) {
        children.add(child);
        return child;
    }

    Entry add(Tag childTag) {
        return add(new Entry(childTag));
    }

    /** An unsigned number. */
    Entry number(Attribute attribute, long value) {
        return with(attribute, Form.UNSIGNED, value);
    }

    Entry address(Attribute attribute, long value) {
        return with(attribute, Form.ADDRESS, value);
    }

    Entry text(Attribute attribute, String value) {
        return with(attribute, Form.STRING_OFFSET, value);
    }

    Entry flag(Attribute attribute) {
        return with(attribute, Form.PRESENT, null);
    }

    Entry reference(Attribute attribute, Entry value) {
        return with(attribute, Form.REFERENCE, value);
    }

    /** An offset into another section, asked for when the entry is written: readelf wants lists in the order of their entries. */
    Entry section(Attribute attribute, LongSupplier value) {
        return with(attribute, Form.SECTION_OFFSET, value);
    }

    Entry expression(Attribute attribute, byte[] value) {
        return with(attribute, Form.EXPRESSION, value);
    }

    private Entry with(Attribute attribute, Form form, Object value) {
        values.add(new Value(attribute, form, value));
        return this;
    }

    /** Bytes from the start of .debug_info. */
    int offset() {
        if (offset == UNPLACED) {
            throw new IllegalStateException(tag + " is referred to, but was not written");
        }
        return offset;
    }

    void place(int newOffset) {
        offset = newOffset;
    }
}
