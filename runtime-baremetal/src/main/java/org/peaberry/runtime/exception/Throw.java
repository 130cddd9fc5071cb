/** Throws: what compiled code calls for athrow and for every failed check. */
package org.peaberry.runtime.exception;

import org.peaberry.runtime.annotation.NoInline;
import org.peaberry.runtime.object.ObjectAccess;
import org.peaberry.runtime.object.TypeInformation;
import org.peaberry.runtime.platform.Machine;

/** None of these returns, but for {@link #storeCheck}. Each is a real call, whose return address tells where the exception comes from. */
public final class Throw {
    private Throw() {
    }

    @NoInline
    public static void throwException(Throwable exception) {
        Unwinder.unwind(exception == null ? new NullPointerException() : exception, Machine.returnAddress(), Machine.callerStackPointer());
    }

    @NoInline
    public static void nullPointer() {
        Unwinder.unwind(new NullPointerException(), Machine.returnAddress(), Machine.callerStackPointer());
    }

    @NoInline
    public static void arrayIndex(int index, int length) {
        Unwinder.unwind(new ArrayIndexOutOfBoundsException("Index " + index + " out of bounds for length " + length),
                Machine.returnAddress(), Machine.callerStackPointer());
    }

    @NoInline
    public static void divisionByZero() {
        Unwinder.unwind(new ArithmeticException("/ by zero"), Machine.returnAddress(), Machine.callerStackPointer());
    }

    @NoInline
    public static void classCast(Object object, TypeInformation required) {
        Unwinder.unwind(new ClassCastException("class " + ObjectAccess.typeOf(object).name + " cannot be cast to class " + required.name),
                Machine.returnAddress(), Machine.callerStackPointer());
    }

    /** Returns when the value may be stored into the array; both the array and its type are checked to be there before. */
    @NoInline
    public static void storeCheck(Object array, Object value) {
        if (value == null || ObjectAccess.typeOf(value).isSubtypeOf(ObjectAccess.typeOf(array).component)) {
            return;
        }
        Unwinder.unwind(new ArrayStoreException(ObjectAccess.typeOf(value).name), Machine.returnAddress(), Machine.callerStackPointer());
    }
}
