/** Options that say how Java's checks are made. */
package org.peaberry.compiler.driver;

import java.io.PrintWriter;

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

    @Option(names = "--measure-without-checks", description = "Leave out the checks of references, indices, casts and array stores. For measuring "
            + "what they cost, and for nothing else: the program is not Java any more.")
    private boolean withoutChecks;

    Checks checks(Target target) {
        return new Checks(nullChecks == null ? Checks.of(target).nullFaults() : nullChecks == NullChecks.FAULT, !withoutChecks);
    }

    /** What the user must know of the program that these options make. */
    void warn(PrintWriter messages) {
        if (withoutChecks) {
            messages.println("peaberryc: warning: --measure-without-checks: this program is not Java. A null reference or an index out of bounds "
                    + "corrupts memory. Measure with it, and never ship it.");
            messages.flush();
        }
    }
}
