/** Addresses of the hypervisor's symbols, from the map that the compiler writes beside it. */
package org.peaberry.bench.bochs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.peaberry.boot.host.BuildException;

/** Symbol lines: "address size name", numbers hexadecimal; region lines have a number more. */
final class LinkMap {
    private static final int HEXADECIMAL = 16;
    private static final int PARTS = 3;

    /** @param size in bytes */
    record Symbol(long address, long size) {
        long end() {
            return address + size;
        }
    }

    private final Map<String, Symbol> symbols = new HashMap<>();

    LinkMap(Path file) {
        try {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split(" ", PARTS);
                if (parts.length == PARTS) {
                    symbols.put(parts[2], new Symbol(number(parts[0]), number(parts[1])));
                }
            }
        } catch (IOException e) {
            throw new BuildException("cannot read " + file, e);
        }
    }

    Symbol symbol(String name) {
        Symbol symbol = symbols.get(name);
        if (symbol == null) {
            throw new BuildException("the hypervisor's map has no " + name + ": the measurement must learn its new name");
        }
        return symbol;
    }

    private static long number(String text) {
        return Long.parseUnsignedLong(text, HEXADECIMAL);
    }
}
