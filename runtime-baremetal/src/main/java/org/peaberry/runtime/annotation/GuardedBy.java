/** A field that is only touched while a lock of the same object is held. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Constructors are exempt: nobody else has the object yet. See {@link Holds} for methods that are called with the lock held. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD})
public @interface GuardedBy {
    /** The lock's field. */
    String value();
}
