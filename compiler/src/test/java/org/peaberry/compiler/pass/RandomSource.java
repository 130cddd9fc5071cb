/** Writes random Java methods over ints, longs and arrays, whose loops all end. */
package org.peaberry.compiler.pass;

import java.util.Random;

/** The same seed gives the same text. */
final class RandomSource {
    private static final String[] INT_OPERATORS = {"+", "-", "*", "&", "|", "^", "<<", ">>", ">>>", "/", "%"};
    private static final String[] COMPARISONS = {"<", "<=", ">", ">=", "==", "!="};
    private static final String[] CONSTANTS = {"0", "1", "-1", "2", "7", "8", "255", "-16", "65536", "Integer.MAX_VALUE", "Integer.MIN_VALUE"};

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private int names;

    private RandomSource(long seed) {
        random = new Random(seed);
    }

    /** A class with some public static methods of two ints. */
    static String ofClass(String name, long seed, int methods) {
        StringBuilder text = new StringBuilder("public class " + name + " {\n  static int mix(int x, int y) { return x * 31 + (y > 3 ? y : -y); }\n"
                + "  static boolean odd(int x) { return (x & 1) != 0; }\n  static int pick(int[] t, int i) { return t[i]; }\n"
                + "  static class Cell { int value; Cell next; Cell(int v, Cell n) { value = v; next = n; } int get() { return value; } }\n");
        for (int i = 0; i < methods; i++) {
            text.append(new RandomSource(seed * 1000 + i).method("m" + i));
        }
        return text.append("}\n").toString();
    }

    private String method(String name) {
        text.append("  public static long ").append(name).append("(int a, int b) {\n    int c = a - b, d = 5; long e = a; int[] t = new int[8];"
                + " Cell cell = new Cell(b, null);\n");
        statements(4, 3);
        return text.append("    return e * 31 + a + b * 7L + c * 11L + d + t[3] + t[1] + cell.get();\n  }\n").toString();
    }

    private int below(int bound) {
        return random.nextInt(bound);
    }

    private String variable() {
        return String.valueOf("abcd".charAt(below(4)));
    }

    private void statements(int most, int depth) {
        for (int i = 1 + below(most); i > 0; i--) {
            statement(depth);
        }
    }

    private void statement(int depth) {
        switch (below(depth > 0 ? 12 : 5)) {
            case 0, 1 -> text.append(variable()).append(" = ").append(expression(2)).append(";\n");
            case 2 -> text.append("e ").append(below(2) == 0 ? "+" : "^").append("= ").append(expression(2)).append(" * ").append(1 + below(40)).append("L;\n");
            case 3 -> text.append("t[").append(expression(1)).append(" & ").append(below(2) == 0 ? 7 : 15).append("] += ").append(expression(1)).append(";\n");
            case 4 -> text.append("cell = ").append(below(3) == 0 ? "new Cell(" + expression(1) + ", cell)" : "cell.next == null ? cell : cell.next").append(";\n");
            case 5, 6 -> branch(depth);
            case 7 -> loop(depth);
            case 8 -> attempt(depth);
            case 9 -> choice(depth);
            case 10 -> forEach("x" + names++);
            default -> text.append("if (").append(condition(2)).append(") { ").append(variable()).append("++; }\n");
        }
    }

    private void branch(int depth) {
        text.append("if (").append(condition(2)).append(") {\n");
        statements(3, depth - 1);
        if (below(2) == 0) {
            text.append("} else {\n");
            statements(3, depth - 1);
        }
        text.append("}\n");
    }

    private void loop(int depth) {
        String index = "i" + names++;
        text.append("for (int ").append(index).append(" = ").append(below(3) == 0 ? "7; " + index + " >= 0; " + index + "--"
                : "0; " + index + " < t.length; " + index + "++").append(") {\n t[").append(index).append("] += ").append(variable()).append(";\n");
        statements(2, depth - 1);
        text.append("if (").append(condition(1)).append(") ").append(below(2) == 0 ? "break" : "continue").append(";\n}\n");
    }

    private void forEach(String element) {
        text.append("for (int ").append(element).append(" : t) { d = mix(d, ").append(element).append("); if (odd(d)) continue; c ^= d; }\n");
    }

    private void attempt(int depth) {
        text.append("try {\n");
        statements(3, depth - 1);
        text.append("} catch (ArithmeticException x").append(names++).append(") { d++;\n");
        statements(1, depth - 1);
        text.append("} catch (ArrayIndexOutOfBoundsException x").append(names++).append(") { c = d; }");
        text.append(below(2) == 0 ? " finally { b ^= 5; }\n" : "\n");
    }

    private void choice(int depth) {
        text.append("switch (").append(expression(1)).append(" + 0) {\n");
        for (int i = 0; i < 4; i++) {
            text.append("case ").append(i * i - 1).append(":\n");
            statements(1, depth - 1);
            text.append(below(3) == 0 ? "" : "break;\n");
        }
        text.append("default: d ^= 3;\n}\n");
    }

    private String expression(int depth) {
        if (depth == 0 || below(5) == 0) {
            return below(3) == 0 ? CONSTANTS[below(CONSTANTS.length)] : variable();
        }
        return switch (below(10)) {
            case 0 -> "(" + condition(depth - 1) + " ? " + expression(depth - 1) + " : " + expression(depth - 1) + ")";
            case 1 -> "mix(" + expression(depth - 1) + ", " + expression(depth - 1) + ")";
            case 2 -> "pick(t, " + expression(depth - 1) + " & 7)";
            case 3 -> "(byte) (" + expression(depth - 1) + ")";
            case 4 -> "(char) (" + expression(depth - 1) + ")";
            case 5 -> "(int) (e >>> " + below(64) + ")";
            default -> "(" + expression(depth - 1) + " " + INT_OPERATORS[below(INT_OPERATORS.length)] + " " + expression(depth - 1) + ")";
        };
    }

    private String condition(int depth) {
        return switch (below(depth > 0 ? 6 : 2)) {
            case 0 -> expression(1) + " " + COMPARISONS[below(COMPARISONS.length)] + " " + expression(1);
            case 1 -> "odd(" + variable() + ")";
            case 2 -> "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
            case 3 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
            case 4 -> "!(" + condition(depth - 1) + ")";
            default -> "e " + COMPARISONS[below(COMPARISONS.length)] + " " + variable();
        };
    }
}
