/** A static native method implemented by a global symbol of a NASM object, System V calling convention. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Compiled code expects only the stack pointer to survive a call; the direction flag is clear on entry and return. Integer
 * results narrower than 64 bits are zero-extended.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ExternalFunction {
    /** {@link #stack} of a function that does not tell: it may not be reached where the stack is bounded. */
    int UNKNOWN = -1;

    /** The symbol that is called. */
    String value();

    /** Bytes that it takes of the stack, its return address not included, or {@link #UNKNOWN}. */
    int stack() default UNKNOWN;
}
