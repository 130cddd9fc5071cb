/** What the closed world finds reachable, and what it says of programs that are not in the dialect. */
package org.peaberry.compiler.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.compiler.driver.JavaProgram;

class ReachabilityTest {
    private static final String SHAPES = "interface Shape { int area(); } static class Square implements Shape { public int area() { return 4; } } "
            + "static class Circle implements Shape { public int area() { return 3; } }";

    @TempDir
    private Path folder;

    private List<String> reached(String... members) {
        return JavaProgram.ofMembers(folder, members).closedWorld().methods().stream().map(MethodInfo::displayName).filter(n -> n.startsWith("Main")).toList();
    }

    @Test
    void methodsThatNothingCallsAreNotCompiled() {
        List<String> methods = reached("public static void main(String[] a) { called(); }", "static void called() { }", "static void other() { }");
        assertEquals(List.of("Main.main", "Main.called"), methods);
    }

    @Test
    void interfaceCallReachesInstantiatedClassesOnly() {
        List<String> methods = reached(SHAPES, "static Shape make() { return new Square(); }",
                "public static void main(String[] a) { System.exit(make().area()); }");
        assertTrue(methods.contains("Main$Square.area"), methods.toString());
        assertFalse(methods.contains("Main$Circle.area"), methods.toString());
    }

    @Test
    void objectsOfStaticInitializersCountAsInstantiated() {
        List<String> methods = reached(SHAPES, "static Shape shape = new Circle();", "public static void main(String[] a) { System.exit(shape.area()); }");
        assertTrue(methods.contains("Main$Circle.area"), methods.toString());
        assertFalse(methods.contains("Main$Square.area"), methods.toString());
        assertFalse(methods.contains("Main.<clinit>"), "static initializers run on the build host");
    }

    @Test
    void objectsOfFieldsThatNothingReadsDoNotCount() {
        List<String> methods = reached(SHAPES, "static class Holder { Shape shape = new Circle(); int size = 1; }", "static Holder holder = new Holder();",
                "static Shape make() { return new Square(); }", "public static void main(String[] a) { System.exit(holder.size + make().area()); }");
        assertFalse(methods.contains("Main$Circle.area"), methods.toString());
    }

    @Test
    void substitutedMethodsAreNotCompiled() {
        ClosedWorld world = JavaProgram.ofMain(folder, "System.exit(new int[] {1}.clone().length);").closedWorld();
        assertFalse(world.methods().stream().anyMatch(m -> m.symbol().startsWith("java.lang.System.exit")));
        assertEquals(List.of(), world.errors());
    }

    @Test
    void errorInALambdaHasFileLineAndCallChain() {
        String errors = JavaProgram.ofMembers(folder, "static native void missing();", "static void inner() { Runnable r = () -> missing(); r.run(); }",
                "static void outer() {", "inner(); }", "public static void main(String[] a) { outer(); }").errors();
        assertTrue(errors.startsWith("Main.java:3: error: native method Main.missing has no substitution."), errors);
        assertTrue(errors.contains("  in Main.lambda$inner$0\n  reached from Main$$Lambda$1.run (Main.java:3)\n  reached from Main.inner (Main.java:3)\n"
                + "  reached from Main.outer (Main.java:5)\n  reached from Main.main (Main.java:6)"), errors);
    }

    @Test
    void onlyLambdasOfReachedCodeAreReached() {
        List<String> methods = reached("interface Step { int step(int x); } static Step first() { return x -> x + 1; } static Step second() { return x -> x - 1; }",
                "static int third(int x) { return 2 * x; } static Step third() { return Main::third; }",
                "public static void main(String[] a) { System.exit(second().step(1) + third().step(1)); }");
        assertTrue(methods.containsAll(List.of("Main.lambda$second$1", "Main$$Lambda$2.step", "Main.third")), methods.toString());
        assertFalse(methods.contains("Main.lambda$first$0") || methods.contains("Main$$Lambda$1.step"), methods.toString());
    }

    @Test
    void lambdaThatNothingReachesIsNoError() {
        assertEquals(List.of("Main.main"), reached("static void unused() { Runnable r = () -> { }; r.run(); }", "public static void main(String[] a) { }"));
    }

    @Test
    void reflectionIsOneErrorWhereItIsCalled() {
        String errors = JavaProgram.ofMain(folder, "System.out.println(String.class.getDeclaredFields().length);").errors();
        assertTrue(errors.startsWith("Main.java:3: error: java.lang.Class.getDeclaredFields is called. Reflection is not in the dialect."), errors);
        assertTrue(errors.endsWith("\n1 error"), errors);
    }

    @Test
    void allErrorsAreReportedTogether() {
        String errors = JavaProgram.ofMain(folder, "Main.class.getDeclaredFields();", "synchronized (Main.class) { }", "new Thread().start();").errors();
        assertTrue(errors.contains("Main.java:3: error: java.lang.Class.getDeclaredFields is called."), errors);
        assertTrue(errors.contains("Main.java:4: error: synchronized: monitors"), errors);
        assertTrue(errors.contains("Main.java:5: error: java.lang.Thread.<init> is called. Threads are not in the dialect"), errors);
    }

    @Test
    void nativeMethodWithoutSubstitutionIsAnError() {
        String errors = JavaProgram.ofMembers(folder, "static native int missing();", "public static void main(String[] a) { missing(); }").errors();
        assertTrue(errors.contains("error: native method Main.missing has no substitution"), errors);
    }

    @Test
    void hostedOnlyMethodIsAnErrorWhenItIsReached() {
        String errors = JavaProgram.ofMembers(folder, "@HostedOnly static void onTheHost() { }", "public static void main(String[] a) { onTheHost(); }").errors();
        assertTrue(errors.contains("Main.onTheHost is @HostedOnly: it exists on the host JVM alone"), errors);
    }
}
