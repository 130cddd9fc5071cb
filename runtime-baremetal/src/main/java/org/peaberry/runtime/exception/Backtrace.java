/** The captured stack trace of an exception, kept in Throwable's own field for it. */
package org.peaberry.runtime.exception;

import org.peaberry.runtime.annotation.HiddenField;
import org.peaberry.runtime.annotation.NoInline;
import org.peaberry.runtime.annotation.OnlyForArgument;
import org.peaberry.runtime.object.ObjectAccess;
import org.peaberry.runtime.platform.Machine;
import org.peaberry.runtime.unboxed.Address;

public final class Backtrace {
    private static final String THROWABLE = "java.lang.Throwable";

    private Backtrace() {
    }

    /** Captures the stack of the constructor that calls Throwable's fillInStackTrace. */
    @NoInline
    @OnlyForArgument
    public static void record(Throwable exception) {
        setBacktrace(exception, StackTrace.capture(Machine.returnAddress(), Machine.callerStackPointer()));
    }

    /** Replaces the trace by that of a frame and its callers. */
    static void record(Throwable exception, Address returnAddress, Address stackPointer) {
        setBacktrace(exception, StackTrace.capture(returnAddress, stackPointer));
    }

    /** Prints "class: message", the trace and the causes. */
    public static void print(StackTrace.Printer printer, Throwable exception) {
        String label = "";
        Throwable next = exception;
        while (next != null) {
            printer.print(label);
            printHead(printer, next);
            if (backtrace(next) instanceof long[] trace) {
                StackTrace.printCaptured(printer, trace, ObjectAccess.typeOf(next));
            }
            label = "Caused by: ";
            next = next.getCause();
        }
    }

    private static void printHead(StackTrace.Printer printer, Throwable exception) {
        printer.print(exception.getClass().getName());
        String message = exception.getMessage();
        if (message != null) {
            printer.print(": ");
            printer.print(message);
        }
        printer.print('\n');
    }

    @HiddenField(owner = THROWABLE, name = "backtrace")
    private static native Object backtrace(Throwable exception);

    @HiddenField(owner = THROWABLE, name = "backtrace")
    private static native void setBacktrace(Throwable exception, Object trace);
}
