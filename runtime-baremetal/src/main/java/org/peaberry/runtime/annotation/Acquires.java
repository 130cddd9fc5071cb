/** Begins a use: of the object, which the same object's @Releases method must end, or, at a parameter, of what the argument names. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Locks are the usual case. Between the two calls nothing may leave the method. What an argument names is the caller's to give back after the call. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.PARAMETER})
public @interface Acquires {
    /** Whether it is begun only when the method returns true. */
    boolean ifTrue() default false;
}
