/** Contracts: each rule with a program that breaks it and one that does not. */
package org.peaberry.compiler.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.compiler.driver.JavaProgram;

class ContractsTest {
    private static final String HOT = "@NoAllocation(reason = \"runs with the guest stopped\") static void hot(int n) {";

    @TempDir
    private Path folder;

    private String errors(String... members) {
        return JavaProgram.ofMembers(folder, members).errors();
    }

    @Test
    void allocationThatANoAllocationMethodReachesIsAnErrorWithChainReasonAndAdvice() {
        String errors = errors("static int[] kept;", "static void expand(int n) {", "kept = new int[n]; }", HOT, "expand(n); }",
                "public static void main(String[] a) { hot(3); }");
        assertEquals("""
                Main.java:4: error: allocation in a @NoAllocation method
                  new int[…]
                  reached from: Main.hot (Main.java:6) → Main.expand
                  why here: runs with the guest stopped (contract of Main.hot)
                  instead: take the object from a Pool<…> that is filled before, or return an error code
                1 error""", errors);
    }

    @Test
    void allocationBehindAnInterfaceIsFound() {
        String errors = errors("interface Step { Object step(); } static class Free implements Step { public Object step() { return null; } }",
                "static class Costly implements Step { public Object step() { return new Object(); } }", "static Step[] steps = {new Free(), new Costly()};",
                "@NoAllocation(reason = \"r\") static void hot() { for (Step step : steps) { step.step(); } }", "public static void main(String[] a) { hot(); }");
        assertTrue(errors.contains("new Object(…)\n  reached from: Main.hot (Main.java:5) → Main$Costly.step"), errors);
    }

    @Test
    void lambdaThatCapturesIsAnAllocationAtItsLine() {
        String errors = errors("interface Step { int step(int x); } static Step kept;", HOT, "kept = x ->", "x + n; }", "public static void main(String[] a) { hot(3); }");
        assertTrue(errors.startsWith("Main.java:4: error: allocation in a @NoAllocation method\n  new Main$$Lambda$1(…)\n  reached from: Main.hot (Main.java:4)"), errors);
    }

    @Test
    void lambdaThatCapturesNothingIsNoAllocation() throws Exception {
        assertEquals("exit 4", JavaProgram.ofMembers(folder, "interface Step { int step(int x); } static Step kept;", HOT, "kept = x -> x + 1; }",
                "public static void main(String[] a) { hot(3); System.exit(kept.step(3)); }").run());
    }

    @Test
    void allocationInTheBodyOfALambdaIsFound() {
        String errors = errors("interface Step { Object step(); }", HOT, "Step step = () ->", "new int[n];", "step.step(); }", "public static void main(String[] a) { hot(3); }");
        assertTrue(errors.contains("Main.java:5: error: allocation in a @NoAllocation method\n  new int[…]"), errors);
    }

    @Test
    void exceptionAndItsMessageMayBeAllocated() throws Exception {
        assertEquals("exit 0", JavaProgram.ofMembers(folder, HOT, "if (n < 0) { throw new IllegalArgumentException(\"negative: \" + n); } }",
                "public static void main(String[] a) { hot(3); }").run());
    }

    @Test
    void allocationInAnEndlessLoopIsNoFailure() {
        String errors = errors("static Object kept; " + HOT, "while (true) { kept = new Object(); } }", "public static void main(String[] a) { hot(3); }");
        assertTrue(errors.contains("Main.java:3: error: allocation in a @NoAllocation method"), errors);
    }

    @Test
    void throwInAnUninterruptibleMethodIsAnError() {
        String errors = errors("static final RuntimeException PROBLEM = new RuntimeException();",
                "@Uninterruptible(reason = \"interrupts are off\") static void quiet(int n) { if (n > 2) { throw PROBLEM; } }",
                "public static void main(String[] a) { quiet(a.length); }");
        assertTrue(errors.startsWith("Main.java:3: error: throw in a @Uninterruptible method"), errors);
    }

    @Test
    void floatingPointInANoFloatingPointMethodIsAnErrorWithItsChain() {
        String errors = errors("@NoFloatingPoint(reason = \"nobody saves the vector registers\") static int scaled(int n) {", "return share(n); }",
                "static int share(int n) {", "return (int) (n * 0.75); }", "public static void main(String[] a) { System.exit(scaled(8)); }");
        assertEquals("""
                Main.java:5: error: floating point in a @NoFloatingPoint method
                  conversion to double
                  reached from: Main.scaled (Main.java:3) → Main.share
                  why here: nobody saves the vector registers (contract of Main.scaled)
                  instead: compute with long: a fraction as numerator and shift, as hundredths, or as a table made when the image is built
                1 error""", errors);
    }

    @Test
    void longArithmeticIsNoFloatingPoint() throws Exception {
        assertEquals("exit 6", JavaProgram.ofMembers(folder, "@NoFloatingPoint(reason = \"r\") static int scaled(int n) { return n * 3 >> 2; }",
                "static double other(int n) { return n * 0.5; }", "public static void main(String[] a) { System.exit(scaled(8) + (int) other(0)); }").run());
    }

    @Test
    void bootOnlyMethodIsNotCalledByOthers() {
        String errors = errors("@BootOnly(reason = \"writes the page tables\") static int boot() { return 1; }",
                "public static void main(String[] a) { System.exit(boot()); }");
        assertTrue(errors.startsWith("Main.java:3: error: call of a @BootOnly method from code that may run later\n  Main.boot(…)"), errors);
        assertTrue(errors.contains("why here: writes the page tables (contract of Main.boot)"), errors);
    }

    @Test
    void bootOnlyMethodMayCallAnother() throws Exception {
        assertEquals("exit 1", JavaProgram.ofMembers(folder, "@BootOnly static int boot() { return 1; }",
                "@BootOnly public static void main(String[] a) { System.exit(boot()); }").run());
    }

    @Test
    void allViolationsAreReported() {
        String errors = errors("static Object kept; " + HOT, "kept = new Object();", "kept = new long[2]; }", "public static void main(String[] a) { hot(3); }");
        assertTrue(errors.contains("Main.java:3: error: allocation") && errors.contains("Main.java:4: error: allocation"), errors);
        assertFalse(errors.contains("3 errors"), errors);
    }
}
