/** A method that does nothing but note something in its only argument: where nobody can see that object, the call can be left out. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** It returns nothing and keeps no reference to the object. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnlyForArgument {
}
