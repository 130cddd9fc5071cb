/** What library code throws where it would need something that compiled programs do not have. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.HiddenFrame;

/** The compiler puts calls of these methods there, each followed by a throw. */
public final class Refusal {
    private Refusal() {
    }

    /** For what is not in the dialect. */
    @HiddenFrame
    public static Throwable unsupported(String what) {
        return new UnsupportedOperationException(what);
    }

    /** The parallel halves of sorting and of streams, rare messages, and the like, where nobody keeps a text for each. */
    @HiddenFrame
    public static Throwable unsupported() {
        return new UnsupportedOperationException("compiled programs have neither threads nor formatting");
    }

    /** @param name internal name, as HotSpot has it in this message */
    @HiddenFrame
    public static Throwable missingClass(String name) {
        return new NoClassDefFoundError(name);
    }

    @HiddenFrame
    public static Throwable missingMethod(String method) {
        return new NoSuchMethodError(method);
    }

    @HiddenFrame
    public static Throwable missingField(String name) {
        return new NoSuchFieldError(name);
    }

    /** For a class whose static initializer failed on the build host. */
    @HiddenFrame
    public static Throwable uninitializedClass(String name) {
        return new NoClassDefFoundError("Could not initialize class ".concat(name));
    }
}
