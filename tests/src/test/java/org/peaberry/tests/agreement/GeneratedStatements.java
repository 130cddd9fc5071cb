/** Random statements: every form that the grammar of the dialect has. */
package org.peaberry.tests.agreement;

import java.util.Random;

final class GeneratedStatements {
    private static final String[] TYPES = {"int", "int", "long", "boolean", "String", "int[]", "Shape", "Colour", "Step", "List<Integer>", "Object"};
    private static final int DEEPEST = 2;
    private static final int FORMS = 20;
    private static final int DECLARATIONS = 8;
    /** Loops end when it is used up. */
    private static final String FUEL = "Support.fuel-- > 0";

    private final Random random;
    private final GeneratedNames names;
    private final GeneratedExpressions expressions;
    private int depth;
    private boolean inLambda;

    GeneratedStatements(Random random, GeneratedNames names, String className) {
        this.random = random;
        this.names = names;
        expressions = new GeneratedExpressions(random, names, className);
    }

    String value(String type) {
        return expressions.of(type);
    }

    /** A value in the body of a class inside the method. */
    String valueInClass(String type) {
        return expressions.inClass(type);
    }

    String block() {
        return "{\n" + statements() + "}";
    }

    String statements() {
        int mark = names.mark();
        StringBuilder text = new StringBuilder();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            text.append(random.nextInt(3) == 0 ? declaration(random.nextInt(DECLARATIONS)) : statement()).append('\n');
        }
        names.leave(mark);
        return text.toString();
    }

    private String declaration(int form) {
        String name = names.fresh("Local");
        return switch (form) {
            case 0 -> "class " + name + " { int f = " + expressions.inClass("int") + "; int get() { return f + field; } } field = new " + name + "().get();";
            case 1 -> "record " + name + "(int a, String b) { " + name + " { a++; } int more() { return a + b.length(); } } field += new " + name + "(" + value("int") + ", " + value("String") + ").more();";
            case 2 -> "enum " + name + " { X, Y; int get() { return 2; } } field += " + name + ".values().length + " + name + ".Y.get();";
            case 3 -> "interface " + name + " { int get(); static int one() { return 1; } } " + name + " " + names.fresh("g") + " = () -> " + expressions.later(() -> value("int")) + "; field += " + name + ".one();";
            case 4 -> runnable();
            default -> variable();
        };
    }

    private String variable() {
        String type = TYPES[random.nextInt(TYPES.length)];
        String value = value(type);
        if (type.equals("int[]") && random.nextInt(3) == 0) {
            String element = value("int");
            return "int " + names.add(type) + "[] = {1, " + element + "}, " + names.fresh("w") + ";";
        }
        boolean hasOwnType = type.equals("String") || type.equals("Colour") || type.equals("long");
        String shown = hasOwnType && random.nextInt(3) == 0 ? "var" : type;
        return (random.nextInt(12) == 0 ? "@Mark(names = {\"a\", \"b\"}) " : "") + shown + " " + names.add(type) + " = " + value + ";";
    }

    private String runnable() {
        String name = names.fresh("r");
        boolean before = inLambda;
        inLambda = true;
        String body = expressions.later(this::block);
        inLambda = before;
        return "Runnable " + name + " = () -> " + body + ";\n" + name + ".run();";
    }

    private String statement() {
        if (depth > DEEPEST) {
            return names.assignable("int") + " = " + value("int") + ";";
        }
        depth++;
        int form = random.nextInt(FORMS);
        String text = form < 7 ? loop(form) : form < 12 ? choice(form) : other(form);
        depth--;
        return text;
    }

    private String loop(int form) {
        String name = names.fresh("i");
        return switch (form) {
            case 0 -> "while (" + expressions.part("boolean") + " && " + FUEL + ") " + block();
            case 1 -> "do " + block() + " while (" + expressions.part("boolean") + " && " + FUEL + ");";
            case 2 -> "for (int " + name + " = 0, j" + name + " = " + value("int") + "; " + name + " < 3 && " + FUEL + "; " + name + "++, j" + name + "--) " + block();
            case 3 -> "for (final int " + name + " : " + value("int[]") + ") { if (" + FUEL + ") " + block() + " }";
            case 4 -> "for (Integer " + name + " : " + value("List<Integer>") + ") " + block();
            case 5 -> name + ": for (;;) { if (" + value("boolean") + ") { break " + name + "; } if (field++ > 3 || !(" + FUEL + ")) { break; } else { continue " + name + "; } }";
            default -> name + ": { " + statements() + " if (" + value("boolean") + ") break " + name + "; " + statement() + " }";
        };
    }

    private String choice(int form) {
        String binding = names.fresh("b");
        return switch (form) {
            case 7 -> "if (" + value("boolean") + ") " + block() + (random.nextBoolean() ? " else " + statement() : "");
            case 8 -> "switch (" + value("Colour") + ") { case RED, BLUE -> " + call() + " case GREEN -> " + block() + " default -> throw new IllegalStateException(); }";
            case 9 -> "switch (" + value("int") + ") { case 1: case 2: " + statement() + " break; case 'x': " + statement() + " default: " + statement() + " }";
            case 10 -> "switch (" + value("String") + ") { case \"a\" -> " + call() + " default -> { } }";
            default -> "if ((Shape) " + expressions.part("Shape") + " instanceof Round " + binding + " && " + binding + ".radius() > 1) " + block() + " else { ; }";
        };
    }

    private String other(int form) {
        String name = names.fresh("e");
        return switch (form) {
            case 12 -> "try " + block() + " catch (IllegalStateException | ArithmeticException " + name + ") " + block() + (random.nextBoolean() ? " finally " + block() : "");
            case 13 -> "try (Handle h" + name + " = new Handle(); var o" + name + " = new Handle()) { h" + name + ".uses = " + value("int") + "; " + statement() + " } catch (Refused " + name + ") { field = " + name + ".code; }";
            case 14 -> "try { field = Support.refuse(" + value("int") + "); } catch (final Refused " + name + ") " + block() + " finally { field++; }";
            case 15 -> "if (" + value("boolean") + ") { return" + (inLambda ? "" : " " + value("int")) + "; }";
            case 16 -> "if (" + value("boolean") + ") { throw new IllegalArgumentException(" + value("String") + "); }";
            case 17 -> block();
            case 18 -> names.assignable("int") + pick(" += ", " = ", " ^= ") + value("int") + ";";
            default -> call();
        };
    }

    private String call() {
        return pick("plus(", "Support.sum(", "new Inner(", expressions.self() + ".plus(") + value("int") + ");";
    }

    private String pick(String... choices) {
        return expressions.pick(choices);
    }
}
