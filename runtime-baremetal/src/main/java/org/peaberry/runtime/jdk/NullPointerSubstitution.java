/** NullPointerException: without the message that the JVM makes up by looking at bytecode. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.HiddenField;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;
import org.peaberry.runtime.exception.Backtrace;

@Substitution("java.lang.NullPointerException")
public final class NullPointerSubstitution {
    private NullPointerSubstitution() {
    }

    @Substitute
    static Throwable fillInStackTrace(NullPointerException self) {
        Backtrace.record(self);
        return self;
    }

    @Substitute
    static String getMessage(NullPointerException self) {
        return detailMessage(self);
    }

    @HiddenField(owner = "java.lang.Throwable", name = "detailMessage")
    private static native String detailMessage(Throwable self);
}
