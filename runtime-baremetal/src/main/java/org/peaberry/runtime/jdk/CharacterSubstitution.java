/** Character: code points to UTF-16 without the formatted message of the JDK's check. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.lang.Character")
public final class CharacterSubstitution {
    private CharacterSubstitution() {
    }

    @Substitute
    static char[] toChars(int codePoint) {
        if (Character.isBmpCodePoint(codePoint)) {
            return new char[] {(char) codePoint};
        }
        if (!Character.isValidCodePoint(codePoint)) {
            throw new IllegalArgumentException("not a Unicode code point: 0x" + Integer.toHexString(codePoint));
        }
        return new char[] {Character.highSurrogate(codePoint), Character.lowSurrogate(codePoint)};
    }
}
