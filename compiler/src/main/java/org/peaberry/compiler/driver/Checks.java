/** How compiled code makes the checks that Java demands. */
package org.peaberry.compiler.driver;

import org.peaberry.compiler.image.Target;

/**
 * @param nullFaults whether accesses through null fault, and the handler of such faults throws, so that they may be null checks
 * @param left whether there are any: without them, what they cost can be measured
 */
public record Checks(boolean nullFaults, boolean left) {
    /** Linux never maps the first page; a bare-metal program has to say that it does not. */
    public static Checks of(Target target) {
        return new Checks(target == Target.LINUX, true);
    }
}
