/** Pattern: without what needs tables of Unicode's names and compositions. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.util.regex.Pattern")
public final class PatternSubstitution {
    private PatternSubstitution() {
    }

    /** Only for the flag CANON_EQ. */
    @Substitute
    static String normalize(String pattern) {
        throw new UnsupportedOperationException("canonical equivalence is not in compiled programs");
    }

    /** Character names, as in \N{SPACE}. */
    @Substitute
    static int N(Object self) {
        throw new UnsupportedOperationException("names of characters are not in compiled programs");
    }
}
