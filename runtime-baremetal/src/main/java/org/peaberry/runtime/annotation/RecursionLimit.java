/** A recursive method that is on a stack only so many times at once, for a reason that the compiler cannot see. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Believed, not proven: the proof of {@link BoundedStack} counts on it. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface RecursionLimit {
    /** How many times at most, the outermost one included. */
    int depth();

    /** What ends the recursion. */
    String reason();
}
