/** Objects that static initializers made on the build host are there when the program starts. */
package org.peaberry.compiler.heap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.compiler.driver.JavaProgram;
import org.peaberry.compiler.image.Segment;

class ImageHeapTest {
    @TempDir
    private Path folder;

    private String run(String... members) throws Exception {
        return JavaProgram.ofMembers(folder, members).run();
    }

    @Test
    void fieldsOfAllKindsKeepTheirValues() throws Exception {
        assertEquals("true -1 -2 x 3 4000000000 text null\nexit 0", run(
                "static class All { boolean z = true; byte b = -1; short s = -2; char c = 'x'; int i = 3; long l = 4000000000L; String t = \"text\"; Object n; }",
                "static All all = new All();",
                "public static void main(String[] a) { System.out.println(all.z + \" \" + all.b + \" \" + all.s + \" \" + all.c + \" \" + all.i + \" \" + all.l",
                "+ \" \" + all.t + \" \" + all.n); }"));
    }

    @Test
    void arraysAndSharedObjectsKeepTheirShape() throws Exception {
        assertEquals("6 true 2\nexit 0", run("static int[][] rows = new int[3][]; static { int[] row = {1, 2, 3}; rows[0] = row; rows[1] = row; }",
                "public static void main(String[] a) { rows[0][1] += 0; int sum = 0; for (int i : rows[1]) { sum += i; }",
                "int nulls = 0; for (int[] row : rows) { if (row != null) { nulls++; } } System.out.println(sum + \" \" + (rows[0] == rows[1]) + \" \" + nulls); }"));
    }

    @Test
    void cyclesOfObjectsAreFollowed() throws Exception {
        assertEquals("1 2 1\nexit 0", run("static class Node { int value; Node next; }", "static Node first = new Node();",
                "static { first.value = 1; first.next = new Node(); first.next.value = 2; first.next.next = first; }",
                "public static void main(String[] a) { System.out.println(first.value + \" \" + first.next.value + \" \" + first.next.next.value); }"));
    }

    @Test
    void equalLiteralsAreOneObject() throws Exception {
        assertEquals("true true false\nexit 0", run("static final String KEPT = \"same\"; static String other = new String(\"same\");",
                "public static void main(String[] a) { String local = \"same\"; System.out.println((local == KEPT) + \" \" + local.equals(other) + \" \" + (local == other)); }"));
    }

    @Test
    void imageObjectsCanBeChanged() throws Exception {
        assertEquals("6\nexit 0", run("static int[] counters = {5}; static int calls;",
                "static void count() { counters[0]++; calls++; }", "public static void main(String[] a) { count(); System.out.println(counters[0] * calls); }"));
    }

    @Test
    void wordsThatWereMadeOnTheHostAreWords() throws Exception {
        assertEquals("4660\nexit 0", run("static org.peaberry.runtime.unboxed.Address place = org.peaberry.runtime.unboxed.Address.of(0x1234);",
                "public static void main(String[] a) { System.out.println(place.toLong()); }"));
    }

    @Test
    void enumConstantsAreTheSameEverywhere() throws Exception {
        assertEquals("true B 1\nexit 0", run("enum Kind { A, B }", "static Kind kept = Kind.B;",
                "public static void main(String[] a) { System.out.println((kept == Kind.valueOf(\"B\")) + \" \" + kept + \" \" + Kind.values()[1].ordinal()); }"));
    }

    @Test
    void streamOfTheHostIsTheProgramsOwn() throws Exception {
        assertEquals("kept\nexit 0", run("static final java.io.PrintStream OUT = System.out; static Object[] all = {OUT};",
                "public static void main(String[] a) { if (all[0] == System.out) { OUT.println(\"kept\"); } }"));
    }

    @Test
    void threadInAStaticFieldIsAnErrorThatNamesIt() {
        String errors = JavaProgram.ofMembers(folder, "static Object thread = Thread.currentThread();",
                "public static void main(String[] a) { System.out.println(thread == null); }").errors();
        assertTrue(errors.contains("static field Main.thread holds a java.lang.Thread, which belongs to the build host"), errors);
    }

    @Test
    void failingStaticInitializerIsAnErrorThatNamesTheClass() {
        String errors = JavaProgram.ofMembers(folder, "static class Broken { static int value = Integer.parseInt(\"x\"); }",
                "public static void main(String[] a) { System.exit(Broken.value); }").errors();
        assertTrue(errors.contains("the static initializer of Main$Broken failed on the build host: java.lang.NumberFormatException"), errors);
    }

    @Test
    void sameProgramGivesTheSameImage() {
        JavaProgram program = JavaProgram.ofMembers(folder, "enum Kind { A, B } static Object[] things = {Kind.A, \"text\", 5, new RuntimeException(\"x\")};",
                "public static void main(String[] a) { for (Object thing : things) { System.out.println(thing); } }");
        var first = program.compile().segments();
        var second = program.compile().segments();
        for (int i = 0; i < first.size(); i++) {
            Segment segment = first.get(i);
            assertArrayEquals(segment.contents(), second.get(i).contents(), segment.region().label());
        }
    }
}
