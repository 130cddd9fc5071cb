/** A class whose static @Substitute methods replace methods of a JDK class that is not in the dialect. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Substitution {
    /** Binary name of the class whose methods are replaced, such as {@code java.lang.Throwable}. */
    String value();
}
