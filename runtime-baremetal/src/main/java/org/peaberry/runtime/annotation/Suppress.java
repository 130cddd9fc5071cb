/** Excuses one declaration from one rule of the verifier. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A suppression that nothing needs is an error, and so is a fourth one for the same rule. */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.FIELD, ElementType.PARAMETER, ElementType.LOCAL_VARIABLE})
@Repeatable(Suppressions.class)
public @interface Suppress {
    /** The rule's id, as the verifier prints it. */
    String rule();

    /** Why the rule does not fit here. */
    String reason();
}
