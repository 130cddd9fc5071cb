/** Throwable: traces are captured as return addresses and printed from the code tables. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.HiddenField;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;
import org.peaberry.runtime.exception.Backtrace;

@Substitution("java.lang.Throwable")
public final class ThrowableSubstitution {
    private static final String THROWABLE = "java.lang.Throwable";

    private ThrowableSubstitution() {
    }

    @HiddenField(owner = THROWABLE, name = "detailMessage")
    static native String detailMessage(Throwable self);

    @HiddenField(owner = THROWABLE, name = "cause")
    private static native Throwable cause(Throwable self);

    @HiddenField(owner = THROWABLE, name = "cause")
    private static native void setCause(Throwable self, Throwable cause);

    /** The original is synchronized; an exception that is its own cause has none yet. */
    @Substitute
    static Throwable getCause(Throwable self) {
        Throwable cause = cause(self);
        return cause == self ? null : cause;
    }

    @Substitute
    static Throwable initCause(Throwable self, Throwable cause) {
        setCause(self, cause);
        return self;
    }

    @Substitute
    static Throwable fillInStackTrace(Throwable self) {
        Backtrace.record(self);
        return self;
    }

    @Substitute
    static void printStackTrace(Throwable self) {
        Backtrace.print(PlatformErrorPrinter.INSTANCE, self);
    }

    @Substitute
    static void addSuppressed(Throwable self, Throwable exception) {
        // Suppressed exceptions are not kept: the list that holds them is not in the dialect.
    }

    @Substitute
    static String toString(Throwable self) {
        String name = self.getClass().getName();
        String message = self.getLocalizedMessage();
        return message == null ? name : name + ": " + message;
    }
}
