/** Zero-terminated UTF-8 names, each kept once. */
package org.peaberry.compiler.table;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

final class NameTable {
    private final Map<String, Integer> offsets = new HashMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Bytes from the start of the table. */
    int offset(String name) {
        return offsets.computeIfAbsent(name, this::append);
    }

    private int append(String name) {
        int offset = bytes.size();
        bytes.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        bytes.write(0);
        return offset;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
