/** The contract of a bounded stack: depths that are proven, recursion that is rejected, each with its whole message. */
package org.peaberry.compiler.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.compiler.driver.JavaProgram;

class BoundedStackTest {
    private static final String MAIN = "public static void main(String[] a) { System.exit(entry(a.length + 3)); }";

    @TempDir
    private Path folder;

    private static String entry(int bytes, String body) {
        return "@NoInline @BoundedStack(bytes = " + bytes + ", reason = \"the stack is small\") static int entry(int n) { " + body + " }";
    }

    private String errors(String... members) {
        return JavaProgram.ofMembers(folder, members).errors();
    }

    private String run(String... members) throws Exception {
        return JavaProgram.ofMembers(folder, members).run();
    }

    @Test
    void chainOfCallsThatFitsIsAccepted() throws Exception {
        assertEquals("exit 4", run(entry(64, "return next(n);"), "@NoInline static int next(int n) { return n + 1; }", MAIN));
    }

    @Test
    void methodWhoseFrameIsTooLargeIsAnErrorWithItsDepth() {
        assertEquals("""
                Main.java:2: error: the stack gets deeper than a @BoundedStack method says
                  16 bytes at most, 8 are allowed: Main.entry 8, Main.next 8
                  reached from: Main.entry (Main.java:2) → Main.next
                  why here: the stack is small (contract of Main.entry)
                  instead: make the frames on this path smaller (fewer live values, @NoInline on what is rarely called), the path shorter, or give it more stack and say so
                1 error""", errors(entry(8, "return next(n);"), "@NoInline static int next(int n) { return n + 1; }", MAIN));
    }

    @Test
    void recursionIsAnErrorThatShowsTheCycleAndTheWayThere() {
        assertEquals("""
                Main.java:6: error: recursion below a @BoundedStack method
                  Main.odd (Main.java:4) → Main.even (Main.java:6) → Main.odd
                  reached from: Main.entry (Main.java:2) → Main.odd
                  why here: the stack is small (contract of Main.entry)
                  instead: a loop with an array of what is left to do, or end the chain of calls before it comes back; in library code, a @GuardedRecursion
                1 error""", errors(entry(4096, "return odd(n);"),
                "@NoInline static int odd(int n) {", "return n == 0 ? 0 : even(n - 1) * 2; }",
                "@NoInline static int even(int n) {", "return n == 0 ? 1 : odd(n - 1) + 1; }", MAIN));
    }

    @Test
    void recursionThroughAnInterfaceIsFound() {
        String errors = errors("interface Step { int run(int n); } static class Leaf implements Step { public int run(int n) { return n; } }",
                "static class Node implements Step { Step next; public int run(int n) {", "return next.run(n - 1) + 1; } }",
                "static Step make(int n) { Node node = new Node(); node.next = n > 3 ? new Node() : new Leaf(); return node; }",
                entry(4096, "return make(n).run(n);"), MAIN);
        assertTrue(errors.startsWith("Main.java:4: error: recursion below a @BoundedStack method\n  Main$Node.run (Main.java:4) → Main$Node.run\n"), errors);
    }

    @Test
    void recursionWithALimitHasABound() throws Exception {
        String sum = "@NoInline @RecursionLimit(depth = 4, reason = \"four levels\") static int sum(int n) { return n == 0 ? 0 : sum(n - 1) + n; }";
        assertEquals("exit 6", run(entry(4096, "return sum(n);"), sum, MAIN));
        String errors = errors(entry(32, "return sum(n);"), sum, MAIN);
        assertTrue(errors.startsWith("Main.java:2: error: the stack gets deeper than a @BoundedStack method says"), errors);
    }

    @Test
    void guardedRecursionThatGetsTooDeepThrows() throws Exception {
        String sum = "@RecursionLimit(depth = 4, reason = \"four levels\", isGuarded = true) static int sum(int n) { return n == 0 ? 0 : sum(n - 1) + n; }";
        String main = "public static void main(String[] a) { try { System.exit(entry(a.length + 3)); } catch (StackOverflowError e) { System.exit(entry(2)); } }";
        assertEquals("exit 6", run(entry(4096, "return sum(n);"), sum, main));
        assertEquals("exit 3", JavaProgram.ofMembers(folder, entry(4096, "return sum(n);"), sum, main).run("one more"));
    }

    @Test
    void recursionOfALibraryIsLimitedFromOutside() throws Exception {
        String program = """
                import org.peaberry.runtime.annotation.*;
                @GuardedRecursion(type = "Main$Library", method = "sum", depth = 4, reason = "four levels")
                @GuardedRecursion(type = "Main$Library", method = "product", depth = 2, reason = "two levels")
                public class Main {
                    static class Library {
                        static int sum(int n) { return n == 0 ? product(1) : sum(n - 1) + n; }
                        static int product(int n) { return n == 0 ? 1 : product(n - 1) * n; }
                    }
                    @BoundedStack(bytes = 4096, reason = "the stack is small") @NoInline static int entry(int n) { return Library.sum(n); }
                    public static void main(String[] a) {
                        try { entry(4); } catch (StackOverflowError e) { System.exit(entry(3)); }
                    }
                }
                """;
        assertEquals("exit 7", JavaProgram.ofSource(folder, program).run());
        assertEquals("error: a @GuardedRecursion names the method Main$Library.summe, which the class does not declare with code."
                + " Name the class that declares it, and the method without its parameters",
                JavaProgram.ofSource(folder, program.replace("\"sum\"", "\"summe\"")).errors());
    }

    @Test
    void exceptionsAndTheirMessagesHaveABound() throws Exception {
        assertEquals("exit 5", run("static int[] table = {5, 6, 7};",
                entry(16384, "if (n > 3) { throw new IllegalStateException(\"too many: \" + n); } return table[n - 3];"), MAIN));
    }

    @Test
    void anAccessThatIsItsOwnNullCheckCountsAsACallOfWhatThrows() {
        String errors = errors("static class Box { int value; } static Box box = new Box();", "static Box boxOrNull(int n) { return n > 3 ? null : box; }",
                entry(16, "return boxOrNull(n).value;"), MAIN);
        assertTrue(errors.startsWith("Main.java:4: error: the stack gets deeper than a @BoundedStack method says\n"), errors);
        assertTrue(errors.contains("Throw.nullPointer"), errors);
    }

    @Test
    void methodsThatNobodyBoundsMayRecur() throws Exception {
        assertEquals("exit 6", run("static int entry(int n) { return n == 0 ? 0 : entry(n - 1) + n; }", MAIN));
    }
}
