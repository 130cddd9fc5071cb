/** Reads Linux's table of interrupts, /proc/interrupts. */
package org.peaberry.tests.boot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class Interrupts {
    private Interrupts() {
    }

    /** How many came to the first CPU, of the line whose end has this pattern. */
    static long count(String table, String name) {
        Matcher line = Pattern.compile("^\\s*\\S+:\\s+(\\d+)\\s.*" + name, Pattern.MULTILINE).matcher(table);
        assertTrue(line.find(), "no line for " + name + " in:\n" + table);
        return Long.parseLong(line.group(1));
    }
}
