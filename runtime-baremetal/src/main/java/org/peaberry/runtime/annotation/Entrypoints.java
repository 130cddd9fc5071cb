/** Names, on a main class, the classes whose @Entrypoint methods are roots of the closed world too. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Entrypoints {
    /** Classes that declare methods with {@link Entrypoint}. */
    Class<?>[] value();
}
