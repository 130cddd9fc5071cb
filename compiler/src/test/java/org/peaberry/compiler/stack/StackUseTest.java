/** Stack depths of small programs. */
package org.peaberry.compiler.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.compiler.driver.JavaProgram;
import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.observe.CompiledProgram;
import org.peaberry.compiler.world.MethodInfo;

class StackUseTest {
    @TempDir
    private Path folder;

    @Test
    void deepestPathIsTheOneWithTheMostBytes() {
        CompiledProgram program = compile("static int sink;",
                "@NoInline static void leaf() { sink++; }",
                "@NoInline static void middle() { leaf(); leaf(); }",
                "@NoInline static void top(int n) { leaf(); middle(); }",
                "public static void main(String[] arguments) { top(1); }");
        DeepestPath depth = depth(program, "Main.top(I)V");
        assertEquals(List.of("Main.top(I)V", "Main.middle()V", "Main.leaf()V"), symbols(depth.path()));
        assertEquals(depth.path().stream().mapToInt(PathFrame::bytes).sum(), depth.bytes());
        assertEquals(4, depth.path().get(0).call().line() - 1);
        assertTrue(depth.isBounded());
    }

    @Test
    void recursionIsFoundWithItsCycle() {
        CompiledProgram program = compile("static int sink;",
                "@NoInline static void even(int n) { sink++; if (n > 0) odd(n - 1); }",
                "@NoInline static void odd(int n) { sink--; if (n > 0) even(n - 1); }",
                "public static void main(String[] arguments) { even(sink); }");
        DeepestPath depth = depth(program, "Main.even(I)V");
        assertFalse(depth.isBounded());
        assertEquals(List.of("Main.even(I)V", "Main.odd(I)V", "Main.even(I)V"), symbols(depth.recursion()));
    }

    @Test
    void dispatchedCallsReachTheDeepestImplementation() {
        CompiledProgram program = compile("interface Shape { int area(); }",
                "static final class Small implements Shape { public int area() { return sink; } }",
                "static final class Large implements Shape { public int area() { return helper(); } }",
                "static int sink;",
                "@NoInline static int helper() { return sink * 3; }",
                "static Shape shape;",
                "@NoInline static int measure() { return shape.area(); }",
                "public static void main(String[] arguments) { shape = arguments.length == 0 ? new Small() : new Large(); sink = measure(); }");
        List<String> path = symbols(StackUse.of(program.world(), program.methods()).depthWithoutExceptions(method(program, "Main.measure()I")).path());
        assertEquals(List.of("Main.measure()I", "Main$Large.area()I", "Main.helper()I"), path);
    }

    @Test
    void throwingTakesStackBelowTheFrameThatThrows() {
        CompiledProgram program = compile("@NoInline static int pick(int[] all, int index) { return all[index]; }",
                "public static void main(String[] arguments) { System.exit(pick(new int[3], arguments.length)); }");
        DeepestPath depth = depth(program, "Main.pick([II)I");
        assertTrue(depth.path().size() > 1, symbols(depth.path()).toString());
        assertTrue(symbols(depth.path()).get(1).contains("Throw."), symbols(depth.path()).toString());
    }

    private CompiledProgram compile(String... members) {
        return JavaProgram.ofMembers(folder, members).compileObserved();
    }

    private static DeepestPath depth(CompiledProgram program, String symbol) {
        return StackUse.of(program.world(), program.methods()).depth(method(program, symbol));
    }

    private static MethodInfo method(CompiledProgram program, String symbol) {
        return program.methods().stream().map(CompiledMethod::method).filter(each -> each.symbol().equals(symbol)).findFirst().orElseThrow();
    }

    private static List<String> symbols(List<PathFrame> frames) {
        return frames.stream().map(PathFrame::symbol).toList();
    }
}
