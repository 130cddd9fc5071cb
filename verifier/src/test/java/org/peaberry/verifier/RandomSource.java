/** Writes random sources along the dialect's grammar: every construct, in every place it may stand. */
package org.peaberry.verifier;

import java.util.Random;

final class RandomSource {
    private static final String[] TYPES = {"int", "long", "byte", "char", "boolean", "A", "java.lang.String", "List<A>", "Map<A, ? extends B>", "int[]", "A.B<C>[][]"};
    private static final String[] NAMES = {"a", "b", "value", "record", "yield_", "sealed", "permits", "x1", "$y", "of"};
    private static final String[] BINARY = {"+", "-", "*", "/", "%", "&", "|", "^", "&&", "||", "==", "!=", "<", ">", "<=", ">=", "<<", ">>", ">>>"};
    private static final String[] ASSIGNMENT = {"=", "+=", "-=", "<<=", ">>=", ">>>=", "&=", "|=", "^=", "*=", "%="};
    private static final int DEEPEST = 5;

    private final Random random;
    private int depth;

    RandomSource(Random random) {
        this.random = random;
    }

    String file() {
        return (random.nextBoolean() ? "package p.q;\n" : "") + (random.nextBoolean() ? "import static p.Q.*;\nimport java.util.List;\n" : "") + type();
    }

    private String type() {
        return switch (random.nextInt(5)) {
            case 0 -> "final class T<X extends A & B> extends S implements I, J {\n" + members("T") + "}\n";
            case 1 -> "interface T extends I {\n default void m() " + block() + " int f(int a, B... b);\n int K = " + expression() + ";\n}\n";
            case 2 -> "enum T implements I { A, @X B(" + expression() + ") { " + method() + " }, ; " + members("T") + "}\n";
            case 3 -> "record T<X>(int a, @X B b) implements I { T { " + statements() + "} " + method() + "}\n";
            default -> "@interface T { int value() default 1; String[] names() default {}; int K = 1; }\n";
        };
    }

    private String members(String owner) {
        StringBuilder members = new StringBuilder();
        for (int left = random.nextInt(4); left > 0; left--) {
            members.append(switch (random.nextInt(6)) {
                case 0 -> "private static final " + oneOf(TYPES) + " " + oneOf(NAMES) + " = " + expression() + ", " + oneOf(NAMES) + ";\n";
                case 1 -> "static " + block();
                case 2 -> "@X(1) " + owner + "(int a, final B b) throws E " + block();
                case 3 -> depth < 2 ? nested() : ";";
                case 4 -> "@Owned(reason = \"x\" + 1, y = {1, @Z}) protected abstract <V> V m(A a);\n";
                default -> method();
            });
        }
        return members.toString();
    }

    private String nested() {
        depth++;
        String nested = type();
        depth--;
        return nested;
    }

    private String method() {
        return "public " + (random.nextBoolean() ? "void" : oneOf(TYPES)) + " " + oneOf(NAMES) + "(" + oneOf(TYPES) + " p) " + block();
    }

    private String block() {
        return "{\n" + statements() + "}\n";
    }

    private String statements() {
        StringBuilder statements = new StringBuilder();
        if (depth > DEEPEST) {
            return "";
        }
        depth++;
        for (int left = random.nextInt(4); left > 0; left--) {
            statements.append(random.nextInt(4) == 0 ? (random.nextBoolean() ? "final " : "") + oneOf(TYPES) + " " + oneOf(NAMES) + " = " + expression() + ";\n" : statement());
        }
        depth--;
        return statements.toString();
    }

    private String statement() {
        if (depth > DEEPEST) {
            return ";";
        }
        depth++;
        String statement = switch (random.nextInt(16)) {
            case 0 -> "if (" + expression() + ") " + statement() + (random.nextBoolean() ? " else " + statement() : "");
            case 1 -> "while (" + expression() + ") " + statement();
            case 2 -> "do " + statement() + " while (" + expression() + ");";
            case 3 -> "for (int i = 0, j = 1; " + expression() + "; i++, j--) " + statement();
            case 4 -> "for (final var v : " + expression() + ") " + statement();
            case 5 -> "switch (" + expression() + ") { case A, B -> " + call() + "; case 1 -> " + block() + " default -> throw " + expression() + "; }";
            case 6 -> "switch (" + expression() + ") { case 1: case 2: " + statements() + " break; default: " + statements() + " }";
            case 7 -> "try " + block() + " catch (A | B e) " + block() + " finally " + block();
            case 8 -> "try (var r = " + expression() + "; q) " + block();
            case 9 -> "return " + expression() + ";";
            case 10 -> "throw " + expression() + ";";
            case 11 -> "label: " + statement();
            case 12 -> random.nextBoolean() ? "break;" : "continue label;";
            case 13 -> oneOf(NAMES) + (random.nextBoolean() ? "[" + expression() + "]" : ".f") + " " + oneOf(ASSIGNMENT) + " " + expression() + ";";
            case 14 -> block();
            default -> call() + ";";
        };
        depth--;
        return statement + "\n";
    }

    private String call() {
        return oneOf(NAMES) + "." + (random.nextInt(5) == 0 ? "<A>" : "") + "m(" + expression() + ", " + expression() + ")";
    }

    private String expression() {
        if (depth > DEEPEST) {
            return oneOf(NAMES);
        }
        depth++;
        String expression = switch (random.nextInt(24)) {
            case 0, 1, 2 -> expression() + " " + oneOf(BINARY) + " " + expression();
            case 3 -> "(" + expression() + ")";
            case 4 -> "(int) " + expression();
            case 5 -> "(A) " + oneOf(NAMES);
            case 6 -> "-" + oneOf(NAMES);
            case 7 -> "!" + expression();
            case 8 -> oneOf(NAMES) + "++";
            case 9 -> expression() + " ? " + expression() + " : " + expression();
            case 10 -> "new A<>(" + expression() + ")";
            case 11 -> "new int[" + expression() + "][]";
            case 12 -> "new B[] {" + oneOf(NAMES) + ", }";
            case 13 -> "x -> " + expression();
            case 14 -> "(int a, B b) -> " + block();
            case 15 -> random.nextBoolean() ? "A::m" : "int[]::new";
            case 16 -> oneOf(NAMES) + " instanceof A a";
            case 17 -> "switch (" + expression() + ") { case 1 -> " + expression() + "; default -> { yield " + expression() + "; } }";
            case 18 -> "A.class";
            case 19 -> "new A() { " + (depth < 3 ? method() : "") + "}";
            case 20 -> "\"text\\n\" + 'c' + 0x1F + 1_000L + true + null";
            case 21 -> "this." + oneOf(NAMES);
            case 22 -> call();
            default -> oneOf(NAMES);
        };
        depth--;
        return expression;
    }

    private String oneOf(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
