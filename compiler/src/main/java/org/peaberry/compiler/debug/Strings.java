/** .debug_str: names, each kept once. */
package org.peaberry.compiler.debug;

import java.util.HashMap;
import java.util.Map;

final class Strings {
    private final Map<String, Integer> offsets = new HashMap<>();
    private final DwarfBytes bytes = new DwarfBytes();

    int offset(String text) {
        return offsets.computeIfAbsent(text, t -> {
            int offset = bytes.size();
            bytes.putString(t);
            return offset;
        });
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
