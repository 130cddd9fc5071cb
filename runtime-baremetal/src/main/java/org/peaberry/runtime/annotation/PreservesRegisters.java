/** A method that compiled code calls in the middle of an instruction: every register but the scratch registers survives. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Its first argument comes in R11, a second one, an {@code int}, in XMM15; its result leaves in R11. Only for programs with floating point. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface PreservesRegisters {
}
