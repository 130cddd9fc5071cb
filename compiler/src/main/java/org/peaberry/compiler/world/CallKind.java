/** What a call instruction really is. Shared by the front end and the reachability analysis, which must agree. */
package org.peaberry.compiler.world;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.ExternalFunction;
import org.peaberry.runtime.annotation.HiddenField;
import org.peaberry.runtime.annotation.Intrinsic;

public enum CallKind {
    /** Compiled code (or a NASM function) is called. */
    CALL,
    /** The constructor of an unboxed class: its argument is the value. */
    WORD_CONSTRUCTOR,
    /** A load or store of a raw structure. */
    RAW_ACCESSOR,
    /** An operation. */
    INTRINSIC,
    /** An access to an inaccessible field. */
    HIDDEN_FIELD;

    /** @param method after substitution */
    public static CallKind of(MethodInfo method) {
        if (method.owner().isUnboxed() && method.isConstructor()) {
            return WORD_CONSTRUCTOR;
        }
        if (method.owner().isRawStructure() && method.hasAnnotation(At.class)) {
            return RAW_ACCESSOR;
        }
        if (method.hasAnnotation(Intrinsic.class)) {
            return INTRINSIC;
        }
        return method.hasAnnotation(HiddenField.class) ? HIDDEN_FIELD : CALL;
    }

    /** Whether a native method is a NASM function. */
    public static boolean isExternal(MethodInfo method) {
        return method.hasAnnotation(ExternalFunction.class);
    }

    /** Symbol that a direct call of the method calls. */
    public static String callSymbol(MethodInfo method) {
        var external = method.annotation(ExternalFunction.class);
        return external == null ? method.symbol() : (String) Annotations.element(external, "value");
    }
}
