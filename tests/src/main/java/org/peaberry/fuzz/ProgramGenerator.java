/** A random but valid Java program that prints what its methods return or throw; the same for the same seed. */
package org.peaberry.fuzz;

import java.util.Random;

public final class ProgramGenerator {
    private static final int METHODS = 8;
    private static final int STATEMENTS = 6;
    private static final int NESTING = 3;
    private static final String FIXED = """
                static final class Fuel extends Error { }
                interface Step { int run(int x); }
                static class Base implements Step {
                    int number; long wide;
                    Base(int number, long wide) { this.number = number; this.wide = wide; }
                    public int run(int x) { return number + x; }
                }
                static class Middle extends Base {
                    Middle(int number, long wide) { super(number * 3, wide); }
                    public int run(int x) { wide += x; return number ^ x; }
                }
                static class Leaf extends Middle {
                    short more = 5;
                    Leaf(int number, long wide) { super(number, wide - 1); }
                    public int run(int x) { if (x == 13) { throw new IllegalStateException(); } return more++ * super.run(x); }
                }
                static final class Problem extends RuntimeException {
                    final int code;
                    Problem(int code) { this.code = code; }
                }
                interface IntOp {
                    int apply(int x);
                    default IntOp then(IntOp after) { return x -> after.apply(apply(x)); }
                }
                sealed interface Shape permits Dot, Line, Both { int size(); }
                record Dot(int at) implements Shape { public int size() { return 1; } }
                record Line(int from, long to) implements Shape { public int size() { return from; } }
                record Both(Shape left, Shape right) implements Shape { public int size() { return left.size() + right.size(); } }
                static long measure(Shape shape) {
                    if (shape instanceof Dot dot) { return dot.at; }
                    if (shape instanceof Line line) { return line.to - line.from; }
                    return shape instanceof Both both ? measure(both.left) * 3 + measure(both.right) : 0;
                }
                enum Color {
                    RED, GREEN { int weight(int x) { return x * 2; } }, BLUE, GRAY { int weight(int x) { return x / (x & 1); } };
                    int weight(int x) { return x + 1; }
                }
                static class Box<T> {
                    T value;
                    Box(T value) { this.value = value; }
                    boolean isText() { return value instanceof String; }
                    int map(int x) { return value == null ? -1 : value.hashCode() + x; }
                }
                static int twice(int x) { return x * 2; }
                static String clip(String text) { return text.length() > 12 ? text.substring(text.length() - 12) : text; }
                static final String[] TEXTS = {"", "ab", "a1b22", "\u03c0 a"};
                static final Base NOTHING = null;
                static final Base[] OBJECTS = {new Base(1, 2), new Middle(3, 4), new Leaf(5, 6), null};
                static final int[] INTS = {5, -7, 0, 1 << 30};
                static final long[] LONGS = {1, -1, 1L << 40, 12345678901L, 0};
                static final byte[] BYTES = {1, -1, 127, -128, 0, 64};
                static long sum;
                static int counter;
                static int fuel;
                static void burn() { if (--fuel < 0) { throw new Fuel(); } }
                static void show(String name, int a, long b, Base c) {
                    fuel = 2000;
                    String result;
                    try { result = Long.toString(call(name, a, b, c)); } catch (Throwable e) { result = e.getClass().getName(); }
                    System.out.println(name + " " + result + " " + sum + " " + counter);
                }
            """;

    private ProgramGenerator() {
    }

    /** Like seeds give like programs. */
    public static String source(String className, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("/** Generated from seed " + seed + ". */\npublic final class " + className + " {\n" + FIXED.replace("Fixture", className));
        for (int i = 0; i < METHODS; i++) {
            method(text, className, i, random);
        }
        dispatch(text);
        main(text, random);
        return text.append("}\n").toString();
    }

    private static void method(StringBuilder text, String className, int index, Random random) {
        VariableScope scope = new VariableScope(random);
        String parameters = "int " + scope.declare("int", true) + ", long " + scope.declare("long", true) + ", Base " + scope.declare("Base", true);
        ExpressionGenerator expressions = new ExpressionGenerator(random, scope, Math.min(index, 4));
        StatementGenerator statements = new StatementGenerator(random, scope, expressions);
        statements.block(2 + random.nextInt(STATEMENTS), NESTING);
        text.append("    static long m").append(index).append('(').append(parameters).append(") {\n        burn();\n").append(statements.text().replace("Fixture", className))
                .append("        return ").append(expressions.of("long", 2)).append(";\n    }\n");
    }

    private static void dispatch(StringBuilder text) {
        text.append("    static long call(String name, int a, long b, Base c) {\n        return switch (name) {\n");
        for (int i = 0; i < METHODS; i++) {
            text.append("            case \"m").append(i).append("\" -> m").append(i).append("(a, b, c);\n");
        }
        text.append("            default -> throw new IllegalArgumentException(name);\n        };\n    }\n");
    }

    private static void main(StringBuilder text, Random random) {
        text.append("    public static void main(String[] arguments) {\n");
        int[] numbers = {0, 1, -1, 7, 0x7fffffff, random.nextInt()};
        for (int i = 0; i < METHODS; i++) {
            for (int number : numbers) {
                text.append("        show(\"m").append(i).append("\", ").append(number).append(", ").append(random.nextInt(3) == 0 ? random.nextLong() : number)
                        .append("L, OBJECTS[").append(random.nextInt(4)).append("]);\n");
            }
        }
        text.append("    }\n");
    }
}
