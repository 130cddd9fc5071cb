/** A final class with one final field of type long, which compiled code handles as a bare machine word. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A value of such a class is never null, never compared by {@code ==}, and never converted to {@code Object}, put into an
 * array or bound to a type parameter: there is no object behind it. On the host JVM it is an ordinary object.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Unboxed {
}
