/** A method that, with all it reaches, never computes with float or double: the vector registers keep what they hold. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NoFloatingPoint {
    /** Why; printed with every violation. */
    String reason();
}
