/** A method, with all it reaches, that must run with interrupts off and must neither throw nor allocate. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Uninterruptible {
    /** Why; printed with every violation. */
    String reason();
}
