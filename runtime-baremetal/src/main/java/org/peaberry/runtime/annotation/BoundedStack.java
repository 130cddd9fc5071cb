/** A method that, with all it calls, takes at most so many bytes of the stack; the compiler proves it over the machine code. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Counted are the frames and return addresses of the deepest chain of calls, the method's own included. Recursion has no bound and is an error. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BoundedStack {
    /** Most bytes. */
    int bytes();

    /** Why; printed with every violation. */
    String reason();
}
