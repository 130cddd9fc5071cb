/** What the grammar takes, and where it says that something is not the dialect. */
package org.peaberry.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peaberry.verifier.rule.Finding;
import org.peaberry.verifier.source.SourceProblem;
import org.peaberry.verifier.syntax.SyntaxError;
import org.peaberry.verifier.tree.SourceFile;

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
        "char c = '\\u00e4'; char d = '\\''; String s = \"a\\\"b\\n\";",
        "Class<?> c = int[].class; c = Foo.Bar.class; c = void.class; c = Foo[].class;",
        "Foo f = new Foo<>(1) { @Override public int x() { return super.x() + Outer.this.y; } };",
        "record Pair<A>(A a, int b) { Pair { } } enum E { A, B(1) { }; E() { } }",
        "int a = switch (b) { case 1: yield c; default: { yield d; } };",
        "int record = 1; record.yield = 2; this.a[1].b().c++; (x) = 1; a()[0] += 2;",
        "var x = Foo.<T>make(a).next;",
        "run(() -> 1); run(x -> x + 1); run((int x, int y) -> { }); Runnable r = () -> { };",
        "run(Foo::bar); run(this::bar); run(int[]::new); run(Foo<A>::new);",
        "int x = (int) (a ? b : c); Runnable r = (Runnable & Other) () -> { };",
        "a.b.C.d(); new a.b.C<int[]>().d(e -> f);",
    })
    void statementsOfTheDialectAreAccepted(String statements) throws SourceProblem {
        assertEquals(List.of(), errors("class T { void t() { " + statements + " } }"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2:10 | class T {\\n void t( {\\n} }",
        "2:3 | class T {\\n }}",
        "1:26 | class T { void t() { x = ; } }",
        "1:22 | class T { String s = \"abc",
        "1:11 | class T { /* abc",
        "1:20 | class T { char c = 'ab'; }",
        "1:17 | class T { int größe; }",
        "1:28 | class T { void t() { int x y; } }",
        "1:22 | class T { void t() { else x(); } }",
        "1:10 | class T {",
        "1:19 | class T { private sealed int x = 1; }",
        "1:11 | class T { non-sealed void x() { } }",
        "1:22 | class T { void t() { x<y.z = y; } }",
        "1:22 | class T { void t() { t() = 1; } }",
        "1:22 | class T { int x = 0_48; }",
        "1:38 | class T { void t() { a(3 instanceof b.c()); } }",
    })
    void errorIsReportedAtItsPlace(String place, String source) throws SourceProblem {
        List<SyntaxError> errors = errors(source.replace("\\n", "\n"));
        assertTrue(!errors.isEmpty(), "accepted");
        assertEquals(place, errors.get(0).position().line() + ":" + errors.get(0).position().column(), errors::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1:20 | receiver parameter | class A { void a(A this) { } }",
        "1:15 | annotation of an array's dimension | class A { int @B [] x; }",
        "1:18 | brackets after the parameters | class A { int a()[] { return null; } }",
        "1:26 | type arguments of a constructor | class A { Object o = new <String>A(b); }",
        "1:59 | super constructor of an inner class | class A { class B { } class C extends B { C(A a) { a.super(); } } }",
        "1:56 | record pattern | class A { boolean a(Object o) { return o instanceof x.P(int x, int y); } }",
        "1:1 | module declaration | module a.b { requires c; }",
        "1:22 | 'goto' is a word that Java reserves | class A { void a() { goto b; } }",
        "1:31 | 'int' cannot stand here in a block | class A { void a() { unsigned int x; } }",
        "1:15 | 'class' cannot stand here in the declaration of a member | class A { int class = 1; }",
    })
    void errorNamesTheConstruct(String place, String name, String source) throws SourceProblem {
        List<SyntaxError> errors = errors(source);
        assertEquals(1, errors.size(), errors::toString);
        assertEquals(place, errors.get(0).position().line() + ":" + errors.get(0).position().column(), errors::toString);
        assertTrue(errors.get(0).message().startsWith(name), errors::toString);
    }

    @Test
    void messageNamesFileLineColumnAndRule() {
        List<Finding> findings = Sources.findings("class T {\n int x = 010; }");
        assertEquals("Example.java:2:10: error: octal literal 010 [octal-literal]", findings.get(0).text());
    }

    private static List<SyntaxError> errors(String source) throws SourceProblem {
        return SourceFile.parse("T.java", source).errors();
    }
}
