/** Generates the statements of a method. */
package org.peaberry.fuzz;

import java.util.List;
import java.util.Random;

final class StatementGenerator {
    private static final List<String> EXCEPTIONS = List.of("ArithmeticException", "ArrayIndexOutOfBoundsException", "NullPointerException",
            "ClassCastException", "RuntimeException", "IllegalStateException");
    private static final List<String> ASSIGNMENTS = List.of("=", "+=", "-=", "*=", "^=", "&=", "|=", "<<=", ">>=", ">>>=", "/=", "%=");
    private static final List<String> FLOATING_ASSIGNMENTS = List.of("=", "+=", "-=", "*=", "/=", "%=");
    private static final int DEPTH = 3;

    private final Random random;
    private final VariableScope scope;
    private final ExpressionGenerator expressions;
    private final IdiomGenerator idioms;
    private final StringBuilder text = new StringBuilder();
    private int indentation = 2;
    private int loops;

    StatementGenerator(Random random, VariableScope scope, ExpressionGenerator expressions) {
        this.random = random;
        this.scope = scope;
        this.expressions = expressions;
        idioms = new IdiomGenerator(random, expressions);
    }

    String text() {
        return text.toString();
    }

    private void line(String line) {
        text.append("    ".repeat(indentation)).append(line).append('\n');
    }

    private String expression(String type) {
        return expressions.of(type, DEPTH);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    void block(int statements, int depth) {
        int mark = scope.mark();
        for (int i = 0; i < statements; i++) {
            statement(depth);
        }
        scope.leave(mark);
    }

    /** Opens a block, fills it, and leaves closing it to the caller. */
    private void nested(String head, int statements, int depth) {
        line(head);
        indentation++;
        block(statements, depth);
        indentation--;
    }

    private void statement(int depth) {
        switch (depth > 0 ? random.nextInt(18) : random.nextInt(7)) {
            case 0, 1 -> declaration();
            case 2, 3, 4 -> assignment();
            case 5 -> line("sum = sum * 31 + " + expression(pick(VariableScope.VALUE_TYPES.subList(0, 2))) + ";");
            case 6 -> leave();
            case 7, 8 -> conditional(depth);
            case 9 -> loop(depth);
            case 10 -> whileLoop(depth);
            case 11, 12 -> protectedBlock(depth);
            case 13 -> selection(depth);
            default -> line(idioms.next());
        }
    }

    private void declaration() {
        String type = pick(VariableScope.TYPES);
        String value = expression(type);
        line(type + " " + scope.declare(type, true) + " = " + value + ";");
    }

    private void assignment() {
        String type = pick(VariableScope.TYPES);
        String target = type.equals("int") || type.equals("long") ? place(type) : scope.any(type, true);
        if (target == null) {
            declaration();
            return;
        }
        boolean isNumber = VariableScope.VALUE_TYPES.contains(type) && !type.equals("boolean");
        boolean isFloating = type.equals("double") || type.equals("float");
        String operator = isFloating ? pick(FLOATING_ASSIGNMENTS) : isNumber ? pick(ASSIGNMENTS) : "=";
        line(target + " " + operator + " " + expression(type) + ";");
    }

    private String place(String type) {
        return switch (random.nextInt(5)) {
            case 0 -> expressions.of(type + "[]", 1) + "[" + expressions.index(2) + "]";
            case 1 -> expressions.of("Base", 1) + (type.equals("int") ? ".number" : ".wide");
            case 2 -> type.equals("int") ? "counter" : "sum";
            default -> scope.any(type, true);
        };
    }

    private void leave() {
        String condition = "if (" + expression("boolean") + ") ";
        switch (random.nextInt(loops > 0 ? 4 : 2)) {
            case 0 -> line(condition + "{ return " + expression("long") + "; }");
            case 1 -> line(condition + "{ throw new " + pick(EXCEPTIONS) + "(); }");
            case 2 -> line(condition + "{ break; }");
            default -> line(condition + "{ continue; }");
        }
    }

    private void conditional(int depth) {
        nested("if (" + expression("boolean") + ") {", 1 + random.nextInt(3), depth - 1);
        if (random.nextBoolean()) {
            nested("} else {", 1 + random.nextInt(2), depth - 1);
        }
        line("}");
    }

    private void loop(int depth) {
        int mark = scope.mark();
        String end = expressions.of("int", 2);
        String counter = scope.declare("int", false);
        loops++;
        nested("for (int " + counter + " = 0; " + counter + " < (" + end + " & 7); " + counter + "++) {", 1 + random.nextInt(3), depth - 1);
        loops--;
        line("    burn();");
        line("}");
        scope.leave(mark);
    }

    private void whileLoop(int depth) {
        line("do {");
        line("    burn();");
        loops++;
        indentation++;
        block(1 + random.nextInt(3), depth - 1);
        indentation--;
        loops--;
        line("} while (fuel > 0 && " + expression("boolean") + ");");
    }

    private void protectedBlock(int depth) {
        nested("try {", 1 + random.nextInt(3), depth - 1);
        int kind = random.nextInt(3);
        if (kind != 0) {
            nested("} catch (" + pick(EXCEPTIONS) + " e" + indentation + ") {", 1 + random.nextInt(2), depth - 1);
        }
        if (kind != 1) {
            int outer = loops;
            loops = 0;
            nested("} finally {", 1, 0);
            loops = outer;
        }
        line("}");
    }

    private void selection(int depth) {
        int outer = loops;
        loops = 0;
        line("switch ((int) " + expressions.of("int", 2) + pick(List.of(" & 3", " % 5", "")) + ") {");
        indentation++;
        for (int key : random.nextBoolean() ? new int[] {0, 1, 2, 3} : new int[] {-1, 100, 0x7fffffff}) {
            nested("case " + key + ":", 1, depth - 1);
            if (random.nextBoolean()) {
                line("    break;");
            }
        }
        nested("default:", 1, depth - 1);
        indentation--;
        line("}");
        loops = outer;
    }
}
