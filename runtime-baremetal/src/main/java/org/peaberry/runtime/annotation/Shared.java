/** A field that several processors use without a lock, with why that is right. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Such as: written at boot only, each processor its own element, a hint that may be stale. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD})
public @interface Shared {
    /** How the processors keep out of each other's way. */
    String reason();
}
