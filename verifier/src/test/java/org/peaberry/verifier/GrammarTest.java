/** What the grammar takes, and what it names as outside the dialect. */
package org.peaberry.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "int x = (a) + b; long y = (long) -x; T t = (T) (x); t = (T) u;",
        "int x = a < b ? c > d ? 1 : 2 : 3;",
        "List<List<Map<A, ? extends B>>> x = null;",
        "x = a >>> 3 >> 1 << 2; x >>>= 1; x >>= 2; x <<= 3;",
        "if (o instanceof Foo f && f.x() > 0) return; else x--;",
        "switch (x) { case 1: case 2: y(); break; default: }",
        "int z = switch (x) { case A, B -> 1; case C -> { yield 2; } default -> throw new E(); };",
        "try (var a = b(); c) { d(); } catch (A | B e) { } finally { }",
        "for (int i = 0, j = 1; i < j; i++, j--) { continue; } for (final var x : xs) { }",
        "outer: while (true) { do { break outer; } while (x != y); }",
        "int[] a = {1, 2}; int[][] b = new int[3][]; long[] c = new long[] {1L, 0xFFFF_FFFFL, 0b1010, 1_000};",
        "char c = '\\u0041'; char d = '\\''; String s = \"a\\\"b\\n\";",
        "Class<?> c = int[].class; c = Foo.Bar.class; c = void.class; c = Foo[].class;",
        "Foo f = new Foo<>(1) { @Override public int x() { return super.x() + Outer.this.y; } };",
        "record Pair<A>(A a, int b) { Pair { } } enum E { A, B(1) { }; E() { } }",
        "int record = 1; record.yield = 2; this.a[1].b().c++;",
        "var x = Foo.<T>make(a).next;",
    })
    void statementsOfTheDialectAreAccepted(String statements) {
        assertEquals(List.of(), check("class T { void t() { " + statements + " } }"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "LAMBDA | run(() -> 1);",
        "LAMBDA | Runnable r = () -> { };",
        "LAMBDA | run(x -> x + 1);",
        "LAMBDA | run((int x, int y) -> x);",
        "METHOD_REFERENCE | run(Foo::bar);",
        "METHOD_REFERENCE | run(this::bar);",
        "METHOD_REFERENCE | run(int[]::new);",
        "MONITOR | synchronized (this) { }",
        "FLOATING_POINT | double x = y;",
        "FLOATING_POINT | long x = (long) 1.5;",
        "FLOATING_POINT | x = 1e9;",
    })
    void whatIsOutsideTheDialectIsNamed(Rule rule, String statements) {
        List<Violation> violations = check("class T {\n void t() {\n " + statements + " } }");
        assertEquals(List.of(rule), violations.stream().map(Violation::rule).toList(), violations::toString);
        assertEquals(3, violations.get(0).line());
    }

    @Test
    void synchronizedMethodIsNamed() {
        assertEquals(List.of(Rule.MONITOR), rules("class T { synchronized void t() { } }"));
    }

    @Test
    void variableArgumentsAreNamed() {
        assertEquals(List.of(Rule.VARIABLE_ARGUMENTS), rules("class T { void t(int... x) { } }"));
    }

    @Test
    void brokenSourceIsASyntaxErrorWithItsLine() {
        List<Violation> violations = check("class T {\n void t( {\n} }");
        assertEquals(Rule.SYNTAX, violations.get(0).rule());
        assertEquals(2, violations.get(0).line());
    }

    @Test
    void messageNamesFileLineReasonAndWayOut() {
        String text = check("class T {\n int x = run(() -> 1); }").get(0).text();
        assertTrue(text.startsWith("T.java:2: error: lambda\n  why: ") && text.contains("\n  instead: "), text);
    }

    private static List<Rule> rules(String source) {
        return check(source).stream().map(Violation::rule).toList();
    }

    private static List<Violation> check(String source) {
        return new SourceFile("T.java", source).check();
    }
}
