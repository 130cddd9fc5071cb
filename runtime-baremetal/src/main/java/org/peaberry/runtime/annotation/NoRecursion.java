/** A method that, with all it calls, never comes back to itself: its stack is bounded. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface NoRecursion {
    /** Why; printed with every violation. */
    String reason();
}
