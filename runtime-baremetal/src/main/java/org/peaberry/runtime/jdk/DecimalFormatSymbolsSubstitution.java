/** Signs of numbers: those of no locale, whichever is asked for. */
package org.peaberry.runtime.jdk;

import java.text.DecimalFormatSymbols;
import java.util.Locale;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.text.DecimalFormatSymbols")
public final class DecimalFormatSymbolsSubstitution {
    private static final DecimalFormatSymbols ROOT = DecimalFormatSymbols.getInstance(Locale.ROOT);

    private DecimalFormatSymbolsSubstitution() {
    }

    @Substitute
    static DecimalFormatSymbols getInstance(Locale locale) {
        return ROOT;
    }
}
