/** The verdicts: one line each, the same lines on every machine. */
package org.peaberry.conformance.guest;

final class Report {
    private static final int HEXADECIMAL_SHIFT = Long.SIZE - 4;
    private static final int DIGIT_MASK = 0xf;

    private final GuestConsole console;
    private String area;
    private int passed;
    private int failed;
    private int skipped;

    Report(GuestConsole console) {
        this.console = console;
    }

    void begin(String name) {
        area = name;
        console.print("AREA ");
        console.print(name);
        console.print("\n");
    }

    /** @param what is true in a sound machine; unique in its area */
    void check(String what, boolean holds) {
        verdict(holds, what);
        console.print("\n");
    }

    void equal(String what, long expected, long actual) {
        verdict(expected == actual, what);
        if (expected != actual) {
            console.print(": expected ");
            hexadecimal(expected);
            console.print(", got ");
            hexadecimal(actual);
        }
        console.print("\n");
    }

    /** This processor lacks what the check is about. */
    void skip(String what, String reason) {
        skipped++;
        line("SKIP ", what);
        console.print(": ");
        console.print(reason);
        console.print("\n");
    }

    /** Not a verdict: what was measured, in ticks of the time-stamp counter. */
    void cost(String what, long ticks) {
        console.print("COST ");
        console.print(what);
        console.print(" ");
        hexadecimal(ticks);
        console.print("\n");
    }

    /** An exception of Java ended the area. */
    void broken(Throwable cause) {
        failed++;
        line("FAIL ", "runs to its end");
        console.print(": ");
        console.print(cause.getClass().getName());
        console.print(" ");
        console.print(String.valueOf(cause.getMessage()));
        console.print("\n");
    }

    void end() {
        console.print("END passed ");
        decimal(passed);
        console.print(" failed ");
        decimal(failed);
        console.print(" skipped ");
        decimal(skipped);
        console.print("\n");
    }

    boolean allPassed() {
        return failed == 0;
    }

    private void verdict(boolean holds, String what) {
        if (holds) {
            passed++;
        } else {
            failed++;
        }
        line(holds ? "PASS " : "FAIL ", what);
    }

    private void line(String verdict, String what) {
        console.print(verdict);
        console.print(area);
        console.print(": ");
        console.print(what);
    }

    private void hexadecimal(long value) {
        console.print("0x");
        int shift = HEXADECIMAL_SHIFT;
        while (shift > 0 && value >>> shift == 0) {
            shift -= 4;
        }
        for (; shift >= 0; shift -= 4) {
            console.print((int) "0123456789abcdef".charAt((int) (value >>> shift) & DIGIT_MASK));
        }
    }

    private void decimal(int value) {
        if (value >= 10) {
            decimal(value / 10);
        }
        console.print('0' + value % 10);
    }
}
