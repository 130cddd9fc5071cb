/** Names, on a main class or another one so named, the classes whose @Entrypoint and @GuardedRecursion count too. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Entrypoints {
    /** Classes that declare methods with {@link Entrypoint}, which are roots of the closed world, or a {@link GuardedRecursion}. */
    Class<?>[] value();
}
