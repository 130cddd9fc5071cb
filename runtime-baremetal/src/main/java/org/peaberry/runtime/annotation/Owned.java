/** Whoever has the value must give it back: a method's result, a parameter, a field. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A result is the caller's to release; a parameter is the callee's from the call on; a field takes over what is stored in it. The verifier follows it on every path. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.FIELD})
public @interface Owned {
}
