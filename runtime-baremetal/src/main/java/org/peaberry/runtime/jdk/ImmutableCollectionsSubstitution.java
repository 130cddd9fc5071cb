/** The lists, sets and maps of List.of, Set.of and Map.of: one order of iteration, so that equal programs give equal images. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

/** The JDK takes another order in each run, lest programs depend on one. */
@Substitution("java.util.ImmutableCollections")
public final class ImmutableCollectionsSubstitution {
    @Substitute
    static final long SALT32L = 0x5bd1e995L;

    @Substitute
    static final boolean REVERSE = false;

    private ImmutableCollectionsSubstitution() {
    }
}
