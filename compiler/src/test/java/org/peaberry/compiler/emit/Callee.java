/** What generated graphs call: the interpreter takes these bodies, the native program has its own code for them. */
package org.peaberry.compiler.emit;

public final class Callee {
    private Callee() {
    }

    /** Two of the arguments are passed on the stack. */
    public static long mix(long a, long b, long c, long d, long e, long f, long g, long h) {
        return ((((((a * 31 + b) * 31 + c) * 31 + d) * 31 + e) * 31 + f) * 31 + g) * 31 + h;
    }

    /** The argument plus one; throws for odd arguments. */
    public static long onlyEven(long a) {
        if ((a & 1) != 0) {
            throw new IllegalArgumentException();
        }
        return a + 1;
    }

    /** Stands for a generated method. */
    public static long generated() {
        return 0;
    }
}
