/** A method with whose call boot is over: from then on, code and data that only boot needs are gone. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Called by a {@link BootOnly} entry point, and by nobody else: so no frame of boot code is on the stack then. Code that can run during the call
 * or after it is kept; all other code is in the region {@code init_text} of the image, which this method may free.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface EndsBoot {
}
