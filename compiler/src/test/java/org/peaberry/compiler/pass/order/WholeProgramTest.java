/** What passes can do because they know the whole program: checks and reads that are gone, and those that must stay. */
package org.peaberry.compiler.pass.order;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.compiler.driver.JavaProgram;
import org.peaberry.compiler.frontend.GraphBuilder;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.GraphPrinter;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.pass.Goal;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.MethodInfo;

class WholeProgramTest {
    private static final String TABLE = "static class Table { int[] rows; Table(int[] r) { rows = r; } } @NoInline static int hot(Table t, int i) { return t.rows[i & 15]; } ";

    @TempDir
    private Path folder;

    /** The graph of {@code hot} after all passes. */
    private Graph hot(String members, String main) {
        ClosedWorld world = JavaProgram.ofMembers(folder, members, "public static void main(String[] a) { " + main + " }").closedWorld();
        for (MethodInfo method : world.methods()) {
            method.setGraph(GraphBuilder.build(world, method));
        }
        new PassManager(world, WholeProgram.of(world), Goal.SPEED, true).run(world.methods());
        return world.methods().stream().filter(m -> m.name().equals("hot")).findFirst().orElseThrow().graph();
    }

    private static boolean has(Graph graph, Opcode opcode) {
        return graph.blocks().stream().flatMap(b -> b.instructions().stream()).anyMatch(i -> i.opcode() == opcode);
    }

    private static void assertHas(boolean expected, Graph graph, Opcode opcode) {
        assertTrue(has(graph, opcode) == expected, () -> GraphPrinter.print(graph));
    }

    @Test
    void indexBelowTheOnlyLengthThereIsNeedsNoCheck() {
        String table = TABLE.replace("Table(int[] r) { rows = r; }", "Table() { rows = new int[16]; }");
        Graph graph = hot(table, "System.exit(hot(new Table(), a.length));");
        assertHas(false, graph, Opcode.BOUNDS_CHECK);
        assertHas(false, graph, Opcode.NULL_CHECK);
    }

    @Test
    void arraysOfTwoLengthsKeepTheCheck() {
        Graph graph = hot(TABLE, "System.exit(hot(new Table(new int[16]), 1) + hot(new Table(new int[8]), 2));");
        assertHas(true, graph, Opcode.BOUNDS_CHECK);
    }

    @Test
    void shorterArrayInTheImageKeepsTheCheck() {
        String table = TABLE.replace("Table(int[] r) { rows = r; }", "Table() { rows = new int[16]; } Table(int n) { rows = new int[n]; }");
        Graph graph = hot(table + "static Table old = new Table(4);", "System.exit(hot(new Table(), 1) + hot(old, 2));");
        assertHas(true, graph, Opcode.BOUNDS_CHECK);
    }

    @Test
    void finalFieldOfAnObjectInTheImageIsAConstant() {
        Graph graph = hot("record Limits(int least, int[] more) { } static final Limits LIMITS = new Limits(7, new int[] {1, 2}); "
                + "@NoInline static int hot() { return LIMITS.least() + LIMITS.more().length; }", "System.exit(hot());");
        assertHas(false, graph, Opcode.GET_FIELD);
        assertHas(false, graph, Opcode.ARRAY_LENGTH);
    }

    @Test
    void fieldOfAnotherClassBehindACastThatFailsIsNoConstant() {
        Graph graph = hot("static class Point { final int x; Point(int x) { this.x = x; } @Override public boolean equals(Object o) { return o instanceof Point p && p.x == x; } } "
                + "@NoInline static boolean hot(Point p) { return p.equals(\"text\"); }", "System.exit(hot(new Point(a.length)) || new Point(1).equals(new Point(2)) ? 1 : 0);");
        assertFalse(graph.blocks().isEmpty());
    }

    @Test
    void fieldThatIsNotFinalIsRead() {
        Graph graph = hot("static class Limits { int least = 7; } static final Limits LIMITS = new Limits(); @NoInline static int hot() { return LIMITS.least; }",
                "LIMITS.least = a.length; System.exit(hot());");
        assertHas(true, graph, Opcode.GET_FIELD);
    }

    @Test
    void castToTheOnlyClassThereIsPasses() {
        String shapes = "interface Shape { } static class Square implements Shape { int side = 2; } "
                + "static class Circle implements Shape { } @NoInline static int hot(Shape s) { return ((Square) s).side; } static Shape[] all = {new Square()};";
        assertHas(false, hot(shapes, "System.exit(hot(all[0]));"), Opcode.CHECK_CAST);
    }

    @Test
    void castStaysWhereAnotherClassIsInstantiated() {
        String shapes = "interface Shape { } static class Square implements Shape { int side = 2; } "
                + "static class Circle implements Shape { } @NoInline static int hot(Shape s) { return ((Square) s).side; } static Shape[] all = {new Square(), new Circle()};";
        assertHas(true, hot(shapes, "System.exit(hot(all[0]) + hot(all[1]));"), Opcode.CHECK_CAST);
    }

    @Test
    void castOfAnObjectStays() {
        Graph graph = hot("static class Square { int side = 2; } @NoInline static int hot(Object s) { return ((Square) s).side; }",
                "System.exit(hot(a.length > 5 ? a : new Square()));");
        assertFalse(graph.blocks().isEmpty());
        assertHas(true, graph, Opcode.CHECK_CAST);
    }
}
