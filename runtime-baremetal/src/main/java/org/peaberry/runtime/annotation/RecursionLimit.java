/** A recursive method that is on a stack only so many times at once, for a reason that the compiler cannot see. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The proof of {@link BoundedStack} counts on it. It is believed, unless it is guarded. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface RecursionLimit {
    /** How many times at most, the outermost one included. */
    int depth();

    /** What ends the recursion. */
    String reason();

    /** Whether the program checks it: one call more ends in a StackOverflowError. For code that runs on one CPU at a time. */
    boolean isGuarded() default false;
}
