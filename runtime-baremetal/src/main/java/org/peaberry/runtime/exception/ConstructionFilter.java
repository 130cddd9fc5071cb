/** Leaves out of a trace the frames in which the exception itself was made. */
package org.peaberry.runtime.exception;

import org.peaberry.runtime.annotation.RecursionLimit;
import org.peaberry.runtime.object.TypeInformation;
import org.peaberry.runtime.unboxed.Address;

/** Those are fillInStackTrace, the constructors of the exception's class and its superclasses, and the checks' own methods, as far as a trace starts with them. */
final class ConstructionFilter extends StackTrace.Printer {
    private static final String FILL = ".fillInStackTrace";
    private static final String CHECK = "org.peaberry.runtime.exception.Throw.";
    private static final String CONSTRUCTOR = ".<init>";

    private StackTrace.Printer target;
    private TypeInformation exceptionType;
    private boolean isPast;

    /** Starts a trace. */
    ConstructionFilter begin(StackTrace.Printer newTarget, TypeInformation type) {
        target = newTarget;
        exceptionType = type;
        isPast = false;
        return this;
    }

    @Override
    @RecursionLimit(depth = 1, reason = "what it passes on goes to a printer that is no filter")
    public void print(int character) {
        target.print(character);
    }

    @Override
    boolean omits(Address methodName) {
        if (!isPast && !endsWith(methodName, FILL) && !startsWith(methodName, CHECK) && !isOwnConstructor(methodName)) {
            isPast = true;
        }
        return !isPast;
    }

    private boolean isOwnConstructor(Address methodName) {
        for (TypeInformation type = exceptionType; type != null; type = type.superclass) {
            if (startsWith(methodName, type.name) && startsWith(methodName.plus(type.name.length()), CONSTRUCTOR)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(Address text, String start) {
        for (int i = 0; i < start.length(); i++) {
            if (text.loadByte(i) != (byte) start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsWith(Address text, String end) {
        long length = 0;
        while (text.loadByte(length) != 0) {
            length++;
        }
        return length >= end.length() && startsWith(text.plus(length - end.length()), end);
    }
}
