/** Ends the caller's use: of the argument, or, at a method, of what the same object's @Acquires method began. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The method is trusted to give it back, or to put it where it is found again; the verifier checks that its callers come here once on every path. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.PARAMETER})
public @interface Releases {
}
