/** A static native method that reads (one parameter) or writes (two) an inaccessible field of a JDK object. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The object is the first parameter. For substitutions only. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface HiddenField {
    /** Binary name of the class that declares the field. */
    String owner();

    /** Name of the field. */
    String name();
}
