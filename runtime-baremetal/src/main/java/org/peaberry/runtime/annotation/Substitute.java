/** Replaces the method of the same name and descriptor (the receiver becomes the first parameter), or the static field of that name. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The body is compiled in the place of the original. A static field replaces the static field of the same name.
 * A constructor is replaced by a method named {@code constructor}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.FIELD})
public @interface Substitute {
}
