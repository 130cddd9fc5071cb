/** Holds several {@link GuardedRecursion}, as the Java language wants it. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface GuardedRecursions {
    /** In the order in which they are written. */
    GuardedRecursion[] value();
}
