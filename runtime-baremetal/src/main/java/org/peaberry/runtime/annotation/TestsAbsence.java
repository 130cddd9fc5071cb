/** Tells whether an owned value holds nothing, so that there is nothing to release: of the receiver, or of the only argument. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Such as {@code isNone()}: after it returned true the verifier asks for no release. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD})
public @interface TestsAbsence {
}
