/** Where a lock stands in the order in which locks are taken: only while all that are held have lower ranks. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Two processors that take locks in one order never wait for each other. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD})
public @interface LockRank {
    /** Any number; ranks of locks that are never held together do not matter. */
    int value();
}
