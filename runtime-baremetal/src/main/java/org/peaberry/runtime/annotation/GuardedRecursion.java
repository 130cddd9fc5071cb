/** Limits the recursion of a method that cannot be annotated, such as a library's. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On the main class, or on a class that its {@link Entrypoints} names. As if the method had a guarded {@link RecursionLimit}: the proof counts on it, and the program checks it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(GuardedRecursions.class)
public @interface GuardedRecursion {
    /** Name of the class, such as {@code org.tukaani.xz.SimpleInputStream}: it need not be accessible. */
    String type();

    /** Name of the method; all methods of the class with that name are guarded, each by itself. */
    String method();

    /** How many times the method is on the stack at most, the outermost one included. */
    int depth();

    /** What ends the recursion. */
    String reason();
}
