/** Makes a raw field an array: the accessor takes an index first, checked against the count. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Repeated {
    /** Number of elements. */
    int count();

    /** Bytes from one element to the next. */
    int stride();
}
