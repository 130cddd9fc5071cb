/** Replaces the method of the same name and descriptor; for an instance method the receiver is the first parameter. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The body is compiled in the place of the original. With {@link Intrinsic} beside it the original becomes that intrinsic.
 * A constructor is replaced by a method named {@code constructor}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Substitute {
}
