/** .debug_abbrev: the shapes that entries have. DWARF 5, §7.5.3. */
package org.peaberry.compiler.debug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One table, which all compilation units share. */
final class Abbreviations {
    private record Shape(Tag tag, boolean hasChildren, List<Attribute> attributes, List<Form> forms) {
    }

    private final Map<Shape, Integer> codes = new HashMap<>();
    private final List<Shape> shapes = new ArrayList<>();

    /** The number of an entry's shape. */
    int code(Entry entry) {
        Shape shape = new Shape(entry.tag(), !entry.children().isEmpty(), entry.values().stream().map(Entry.Value::attribute).toList(),
                entry.values().stream().map(Entry.Value::form).toList());
        return codes.computeIfAbsent(shape, s -> {
            shapes.add(s);
            return shapes.size();
        });
    }

    byte[] toByteArray() {
        DwarfBytes bytes = new DwarfBytes();
        for (int i = 0; i < shapes.size(); i++) {
            Shape shape = shapes.get(i);
            bytes.putUnsigned(i + 1L).putUnsigned(shape.tag.code()).put8(shape.hasChildren ? 1 : 0);
            for (int a = 0; a < shape.attributes.size(); a++) {
                bytes.putUnsigned(shape.attributes.get(a).code()).putUnsigned(shape.forms.get(a).code());
            }
            bytes.put8(0, 0);
        }
        return bytes.put8(0).toByteArray();
    }
}
