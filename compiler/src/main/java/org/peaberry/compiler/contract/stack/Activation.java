/** A method on the stack, with how many failures are being reported there. */
package org.peaberry.compiler.contract.stack;

import org.peaberry.compiler.world.MethodInfo;

/**
 * Making an exception and its message is code like any other, with checks that could fail and would make an exception again, without end.
 * What can fail there is the allocation alone, once: so a failure within a failure is followed no further.
 *
 * @param failures calls on the stack after which nothing but an exception follows, 0..{@link #MOST_FAILURES}
 */
public record Activation(MethodInfo method, int failures) {
    private static final int MOST_FAILURES = 4;

    /** Called from outside. */
    public static Activation of(MethodInfo method) {
        return new Activation(method, 0);
    }

    /** Called from outside, where no call is followed after which nothing but an exception follows. */
    public static Activation withoutFailures(MethodInfo method) {
        return new Activation(method, MOST_FAILURES);
    }

    /** What a call makes, or null where it is not followed. */
    Activation calls(MethodInfo target, boolean fails) {
        int next = failures + (fails ? 1 : 0);
        return next > MOST_FAILURES ? null : new Activation(target, next);
    }
}
