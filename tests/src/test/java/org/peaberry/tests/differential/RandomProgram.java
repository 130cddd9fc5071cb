/** A random but valid Java program that prints what its methods return or throw; the same for the same seed. */
package org.peaberry.tests.differential;

import java.util.Random;

final class RandomProgram {
    private static final int METHODS = 25;
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

    private RandomProgram() {
    }

    static String source(String className, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("public final class " + className + " {\n" + FIXED);
        for (int i = 0; i < METHODS; i++) {
            method(text, i, random);
        }
        dispatch(text);
        main(text, random);
        return text.append("}\n").toString();
    }

    private static void method(StringBuilder text, int index, Random random) {
        RandomScope scope = new RandomScope(random);
        String parameters = "int " + scope.declare("int", true) + ", long " + scope.declare("long", true) + ", Base " + scope.declare("Base", true);
        RandomExpressions expressions = new RandomExpressions(random, scope, Math.min(index, 4));
        RandomStatements statements = new RandomStatements(random, scope, expressions);
        statements.block(2 + random.nextInt(STATEMENTS), NESTING);
        text.append("    static long m").append(index).append('(').append(parameters).append(") {\n        burn();\n").append(statements.text())
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
