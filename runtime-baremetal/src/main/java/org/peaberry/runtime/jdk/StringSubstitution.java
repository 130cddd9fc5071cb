/** String: case mapping without locales, character by character. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.lang.String")
public final class StringSubstitution {
    private StringSubstitution() {
    }

    @Substitute
    static String toLowerCase(String self) {
        StringBuilder result = new StringBuilder(self.length());
        for (int i = 0; i < self.length();) {
            int point = self.codePointAt(i);
            result.appendCodePoint(Character.toLowerCase(point));
            i += Character.charCount(point);
        }
        return result.toString();
    }

    @Substitute
    static String toUpperCase(String self) {
        StringBuilder result = new StringBuilder(self.length());
        for (int i = 0; i < self.length();) {
            int point = self.codePointAt(i);
            result.appendCodePoint(Character.toUpperCase(point));
            i += Character.charCount(point);
        }
        return result.toString();
    }
}
