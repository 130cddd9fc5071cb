/** Code that only runs before the boot heap is sealed. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE})
public @interface BootOnly {
    /** Why; printed with every violation. */
    String reason() default "runs before the boot heap is sealed";
}
