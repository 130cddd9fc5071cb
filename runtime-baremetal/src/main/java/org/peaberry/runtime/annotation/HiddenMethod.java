/** A static native method that calls an inaccessible method of a JDK class; its first parameter is the receiver, unless that is static, too. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface HiddenMethod {
    /** Class that declares the method. */
    String owner();

    /** The method, whose other parameters and result are those of the annotated one. */
    String name();

    boolean isStatic() default false;
}
