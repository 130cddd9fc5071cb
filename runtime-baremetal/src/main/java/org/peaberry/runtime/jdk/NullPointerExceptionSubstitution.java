/** NullPointerException: no messages computed from bytecode, and no monitor. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;
import org.peaberry.runtime.exception.Backtrace;

@Substitution("java.lang.NullPointerException")
public final class NullPointerExceptionSubstitution {
    private NullPointerExceptionSubstitution() {
    }

    @Substitute
    static Throwable fillInStackTrace(NullPointerException self) {
        Backtrace.record(self);
        return self;
    }

    @Substitute
    static String getMessage(NullPointerException self) {
        return ThrowableSubstitution.detailMessage(self);
    }
}
