/** What --explain says of a small program. */
package org.peaberry.compiler.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.compiler.driver.JavaProgram;

class ExplainTest {
    @TempDir
    private static Path folder;
    private static String text;

    @BeforeAll
    static void explain() throws Exception {
        JavaProgram program = JavaProgram.ofMembers(folder, "interface Shape { int area(); }",
                "static final class Square implements Shape { int side; public int area() { return side * side; } }",
                "static final class Disc implements Shape { int radius; public int area() { return 3 * radius * radius; } }",
                "static int sink; static Object kept; static Shape shape; static int[] table;",
                "@NoInline static int pick(int[] all, int n) { return all[n]; }",
                "@NoInline static int half(int n, int divisor) { return n / divisor; }",
                "@NoInline static int measure(Shape shape) { return shape.area(); }",
                "@NoInline static Shape cast(Object any) { return (Shape) any; }",
                "@NoInline static void store(Object[] all, Object value) { all[0] = value; }",
                "@NoInline static void keep(int n) { kept = new int[n]; sink += pick(table, n); }",
                "@NoInline static int total(int[] all) { int total = 0; for (int i = 0; i < all.length; i++) { total += all[i]; } return total; }",
                "public static void main(String[] arguments) {",
                "    int n = arguments.length; table = n > 3 ? null : new int[4]; shape = n == 0 ? new Square() : new Disc();",
                "    store(n == 0 ? new String[1] : new Object[1], n == 0 ? \"\" : shape); keep(1); sink += half(sink, n) + measure(cast(n == 9 ? \"\" : shape)) + total(table == null ? new int[1] : table);",
                "}");
        program.run(0, "--explain=Main.", "--emit-to=" + folder.resolve("out"));
        text = Files.readString(folder.resolve("out/listing.explain"));
    }

    @Test
    void boundsCheckTellsWhichBoundIsMissing() {
        said("Main.java:6: bounds check of index 'n'", "its values are any int: no lower bound is known: nothing tells that it is not negative; "
                + "no comparison with the length 'all.length' (0..2147483647) comes before");
    }

    @Test
    void constantIndexIsToldAsItIs() {
        said("Main.java:10: bounds check of index '0'", "it is 0: no comparison with the length 'all.length' (0..2147483647) comes before");
    }

    @Test
    void divisionCheckTellsTheRange() {
        said("Main.java:7: division check of 'divisor'", "its values are any int, and nothing tells that it is not 0");
    }

    @Test
    void nullCheckTellsWhereNullMayComeFrom() {
        said("Main.java:6: null check of 'all', without an instruction: the access makes it", "it is a parameter, and some caller may pass null");
    }

    @Test
    void castTellsWhatIsKnown() {
        said("Main.java:9: cast of 'any' to Main$Shape", "it is known to be a Object, and the program has such that are no Main$Shape");
    }

    @Test
    void storeCheckTellsThatThereAreArraysOfSubclasses() {
        said("Main.java:10: store check of 'value' into 'all'", "it is known to be a Object[], and the program has arrays of subclasses, which could not hold it");
    }

    @Test
    void allocationTellsWhoSeesTheObject() {
        said("Main.java:11: allocation of new int[…]", "it escapes: stored in static field Main.kept (Main.java:11)");
    }

    @Test
    void callTellsWhyItIsNotInlined() {
        said("Main.java:11: call of Main.pick", "it is @NoInline");
    }

    @Test
    void dispatchedCallTellsItsTargets() {
        said("Main.java:8: dispatched call of Main$Shape.area", "it can reach 2 methods: Main$Square.area, Main$Disc.area");
    }

    @Test
    void checksThatAreGoneAreNotThere() {
        String total = text.substring(text.indexOf("Main.total([I)I: "));
        assertTrue(!total.contains("bounds check"), total);
    }

    @Test
    void methodThatIsNotThereIsAnError() {
        String errors = JavaProgram.ofMain(folder, "System.exit(0);").run(1, "--explain=Main.nothing");
        assertEquals("error: --explain: no reachable method has 'Main.nothing' in its symbol. Symbols are like org.example.Main.run(I)V\n",
                errors.substring(errors.indexOf("error: ")));
    }

    private static void said(String what, String why) {
        assertTrue(text.contains("  " + what + "\n      " + why + "\n"), text);
    }
}
