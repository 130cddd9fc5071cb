/** Locale: its constants, which JDK code passes on, are known by identity; nothing else is known of them. The default is that of the USA. */
package org.peaberry.runtime.jdk;

import java.util.Locale;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.util.Locale")
public final class LocaleSubstitution {
    private LocaleSubstitution() {
    }

    @Substitute
    static Locale getDefault() {
        return Locale.US;
    }

    @Substitute
    static Locale getDefault(Locale.Category category) {
        return Locale.US;
    }

    @Substitute
    static boolean equals(Locale self, Object other) {
        return self == other;
    }

    @Substitute
    static int hashCode(Locale self) {
        return System.identityHashCode(self);
    }

    @Substitute
    static String toString(Locale self) {
        throw new UnsupportedOperationException("locales are not in compiled programs");
    }

    @Substitute
    static Object clone(Locale self) {
        return self;
    }
}
