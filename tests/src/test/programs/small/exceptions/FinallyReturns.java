/** A return in finally replaces results and exceptions. */
package small.exceptions;

public final class FinallyReturns {
    @SuppressWarnings("finally")
    static int overrides(boolean fail) {
        try {
            if (fail) {
                throw new RuntimeException("lost");
            }
            return 1;
        } finally {
            return 2;
        }
    }

    static int keepsValue() {
        int x = 5;
        try {
            return x;
        } finally {
            x = 6;
        }
    }

    public static void main(String[] arguments) {
        System.out.println(overrides(true) + " " + overrides(false) + " " + keepsValue()); //= 2 2 5
    }
}
