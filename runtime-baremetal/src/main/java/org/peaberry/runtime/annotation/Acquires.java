/** Begins a use of the object that the same object's @Releases method must end. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Locks are the usual case. Between the two calls nothing may leave the method. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD})
public @interface Acquires {
    /** Whether it is begun only when the method returns true. */
    boolean ifTrue() default false;
}
