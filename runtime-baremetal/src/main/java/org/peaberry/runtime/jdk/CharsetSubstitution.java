/** Charsets by name: those of StandardCharsets. The default is UTF-8, wherever a program runs. */
package org.peaberry.runtime.jdk;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.nio.charset.Charset")
public final class CharsetSubstitution {
    private static final Charset[] KNOWN = {StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII, StandardCharsets.UTF_16,
        StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE};
    private static final String[][] NAMES = names();

    private CharsetSubstitution() {
    }

    @Substitute
    static Charset defaultCharset() {
        return StandardCharsets.UTF_8;
    }

    @Substitute
    static Charset lookup(String name) {
        for (int i = 0; i < KNOWN.length; i++) {
            for (int j = 0; j < NAMES[i].length; j++) {
                if (NAMES[i][j].equalsIgnoreCase(name)) {
                    return KNOWN[i];
                }
            }
        }
        return null;
    }

    /** As the names of each are on the build host. */
    private static String[][] names() {
        String[][] names = new String[KNOWN.length][];
        for (int i = 0; i < KNOWN.length; i++) {
            Object[] aliases = KNOWN[i].aliases().toArray();
            names[i] = new String[aliases.length + 1];
            names[i][0] = KNOWN[i].name();
            System.arraycopy(aliases, 0, names[i], 1, aliases.length);
        }
        return names;
    }
}
