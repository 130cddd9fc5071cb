/** Options that say how Java's checks are made. */
package org.peaberry.compiler.driver;

import org.peaberry.compiler.image.Target;
import picocli.CommandLine.Option;

final class CheckOptions {
    /** Ways of finding that a reference is null. */
    enum NullChecks {
        /** A comparison each. */
        COMPARE,
        /** The fault of the access where that is enough. */
        FAULT
    }

    @Option(names = "--null-checks", paramLabel = "compare|fault", description = "'fault': an access through null is its own check. On bare metal "
            + "that needs page 0 never mapped, and a page-fault handler that calls ImplicitNullCheck, so that 'compare' is the default there.")
    private NullChecks nullChecks;

    Checks checks(Target target) {
        return new Checks(nullChecks == null ? Checks.of(target).nullFaults() : nullChecks == NullChecks.FAULT);
    }
}
