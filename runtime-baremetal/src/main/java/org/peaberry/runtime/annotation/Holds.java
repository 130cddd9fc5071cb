/** A method that is only called while a lock of the same object is held. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The verifier checks its callers, and takes the lock for held in it. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD})
public @interface Holds {
    /** The lock's field. */
    String value();
}
