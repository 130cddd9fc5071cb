/** Random expressions of a type: every form that the grammar of the dialect has, and some that the compiler must refuse. */
package org.peaberry.tests.agreement;

import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Pattern;

final class GeneratedExpressions {
    /** One number in this many is made by something that no program may use. */
    private static final int REFUSED = 900;
    private static final int DEEPEST = 2;
    /** What may stand in front of a dot. */
    private static final Pattern PRIMARY = Pattern.compile("[\\w.]+|[\\w.]+\\([\\w.]*\\)|\"[^\"]*\"");

    private final Random random;
    private final GeneratedNames names;
    private final String className;
    private int depth;
    private int innerClasses;

    /** @param className the class around the methods whose code this is */
    GeneratedExpressions(Random random, GeneratedNames names, String className) {
        this.random = random;
        this.names = names;
        this.className = className;
    }

    String of(String type) {
        if (depth > DEEPEST || random.nextInt(5) == 0) {
            return leaf(type);
        }
        depth++;
        String text = random.nextInt(9) == 0 ? ofAnyType(type) : switch (type) {
            case "int" -> random.nextInt(REFUSED) == 0 ? refused() : random.nextInt(3) == 0 ? arithmetic() : new GeneratedNumbers(random, names, this).any();
            case "long" -> wide();
            case "boolean" -> truth();
            case "String" -> text();
            case "int[]" -> array();
            case "Shape" -> pick("new Square(" + of("int") + ")", "new Round(" + of("long") + ", " + of("String") + ")", "Empty.OTHER");
            case "Colour" -> pick("Colour.values()[" + part("int") + " & 1]", "Colour.values()[2]", leaf("Colour"), leaf("Colour"), random.nextInt(4) == 0 ? "Colour.valueOf(" + of("String") + ")" : leaf("Colour"));
            case "Step" -> step();
            case "List<Integer>" -> list();
            default -> of(pick("String", "int", "long", "int[]", "Shape", "Colour", "List<Integer>", "boolean"));
        };
        depth--;
        return text;
    }

    /** An expression that operators and dots may follow. */
    String part(String type) {
        String text = of(type);
        return PRIMARY.matcher(text).matches() ? text : "(" + text + ")";
    }

    /** An expression that is evaluated later, or never. */
    String later(Supplier<String> body) {
        int before = names.capture();
        String text = body.get();
        names.uncapture(before);
        return text;
    }

    /** An expression in the body of a class inside the method. */
    String inClass(String type) {
        innerClasses++;
        String text = later(() -> part(type));
        innerClasses--;
        return text;
    }

    /** The object whose method this is. */
    String self() {
        return innerClasses == 0 && random.nextBoolean() ? "this" : className + ".this";
    }

    private String leaf(String type) {
        String variable = random.nextInt(4) == 0 ? null : names.any(type);
        return variable != null ? variable : switch (type) {
            case "int" -> pick("0", "1", "-1", "('a' + 1)", "0x7F", "0b1010", "1_000", "017", "Integer.MAX_VALUE", "count", "field");
            case "long" -> pick("0L", "1L << 40", "0xFFFF_FFFFL", "Long.MIN_VALUE", "7L", "wide");
            case "boolean" -> pick("true", "false");
            case "String" -> pick("\"\"", "\"a\\tb\\u00e9\\0\\s\"", "\"\"\"\n                text \"of\" lines\\n\n                  \\\n                \"\"\"", "String.valueOf('c')");
            case "int[]" -> pick("new int[3]", "NUMBERS", "new int[] {1, 2, }");
            case "Shape" -> pick("Empty.ONE", "new Square(2)", "(Shape) null");
            case "Colour" -> pick("Colour.RED", "Colour.GREEN", "Colour.valueOf(\"BLUE\")");
            case "Step" -> pick("(Step) Math::abs", "Support::twice", "(final var " + names.fresh("x") + ") -> 1");
            case "List<Integer>" -> pick("List.<Integer>of()", "new ArrayList<Integer>()", "List.of(1, 2)");
            default -> pick("\"o\"", "(Object) null", "3", "new int[2][]", "Colour.BLUE", "new Object()");
        };
    }

    private String ofAnyType(String type) {
        return switch (random.nextInt(6)) {
            case 0 -> part("boolean") + " ? " + part(type) + " : " + part(type);
            case 1 -> "(" + of(type) + ")";
            case 2 -> "switch (" + of("Colour") + ") { case RED, BLUE -> " + of(type) + "; case GREEN -> { int " + names.fresh("v") + " = " + of("int") + "; yield " + yielded(type) + "; } }";
            case 3 -> "switch (" + of("String") + ") { case \"a\": case \"b\": yield " + yielded(type) + "; default: yield " + yielded(type) + "; }";
            case 4 -> "new Box<" + boxed(type) + ">(" + of(type) + ").<" + boxed(type) + ">with(" + of(type) + ").value";
            default -> type.equals("Step") ? leaf(type) : "(" + boxed(type) + ") (Object) (" + leaf(type) + ")";
        };
    }

    /** Parentheses with a comma behind "yield" would be a call. */
    private String yielded(String type) {
        String text = of(type);
        return text.startsWith("(") && text.contains(",") ? leaf(type) : text;
    }

    private static String boxed(String type) {
        return switch (type) {
            case "int" -> "Integer";
            case "long" -> "Long";
            case "boolean" -> "Boolean";
            default -> type;
        };
    }

    private String arithmetic() {
        return part("int") + pick(" + ", " - ", " * ", " / ", " % ", " & ", " | ", " ^ ", " << ", " >> ", " >>> ") + (random.nextBoolean() ? part("int") : pick("3", "7", "-2"));
    }

    private String refused() {
        return pick("Integer.parseInt(String.format(\"%d\", " + of("int") + "))", self() + ".getClass().getMethods().length", "Thread.activeCount()",
                    "new java.util.Scanner(\"3\").nextInt()", "Thread.currentThread().getPriority()", "java.lang.reflect.Array.getLength(NUMBERS)");
    }

    private String wide() {
        return switch (random.nextInt(10)) {
            case 0 -> "(long) " + part("int");
            case 1 -> "Long.rotateLeft(" + of("long") + ", " + of("int") + ")";
            case 2 -> names.assignable("long") + pick(" = ", " += ", " <<= ", " ^= ", " %= ") + of("long");
            case 3 -> pick("~", "-", "+ ") + part("long");
            case 4 -> names.assignable("long") + pick("++", "--");
            case 5 -> pick("++", "--") + names.assignable("long");
            case 6 -> part("long") + pick(" << ", " >> ", " >>> ") + part(pick("long", "int"));
            default -> part("long") + pick(" + ", " - ", " * ", " / ", " % ", " & ", " | ", " ^ ") + part(pick("long", "int"));
        };
    }

    private String truth() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> part("int") + pick(" < ", " <= ", " > ", " >= ", " == ", " != ") + part(pick("int", "long"));
            case 2 -> part("boolean") + pick(" && ", " || ", " & ", " | ", " ^ ", " == ", " != ") + part("boolean");
            case 3 -> "!" + part("boolean");
            case 4 -> "(Object) " + part("Object") + " instanceof " + pick("String", "Shape", "int[]", "Box<?>", "final Colour " + names.fresh("c"));
            case 5 -> part("Colour") + pick(" == ", " != ") + part("Colour");
            case 6 -> part("String") + pick(".isEmpty()", ".equals(" + of("Object") + ")", ".startsWith(" + of("String") + ")");
            case 7 -> "Objects.equals(" + of("Object") + ", " + of("Object") + ")";
            case 8 -> part("List<Integer>") + ".contains(" + of("int") + ")";
            case 9 -> "((Predicate<String>) String::isEmpty).test(" + of("String") + ")";
            default -> part("long") + pick(" < ", " == ", " >= ") + part("long");
        };
    }

    /** Nothing that prints where an object is. */
    private String text() {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> part("String") + " + " + part(pick("int", "long", "boolean", "Shape", "Colour", "String", "List<Integer>"));
            case 3 -> "String.valueOf(" + of(pick("int", "long", "boolean", "Shape")) + ")";
            case 4 -> "new StringBuilder().append(1 * " + part("int") + ").append(" + of("String") + ").reverse().toString()";
            case 5 -> "Long.toHexString(" + of("long") + ")";
            case 6 -> "((Supplier<String>) () -> " + later(() -> of("String")) + ").get()";
            case 7 -> "((Function<Object, String>) Object::toString).apply(" + of("Colour") + ")";
            default -> part("String") + pick(".trim()", ".concat(" + of("String") + ")", ".toUpperCase()", ".repeat(2)", ".strip().intern()");
        };
    }

    private String array() {
        return switch (random.nextInt(6)) {
            case 0 -> "new int[" + part("int") + " & 7]";
            case 1 -> "new int[] {" + of("int") + ", " + of("int") + "}";
            case 2 -> part("int[]") + ".clone()";
            case 3 -> "Arrays.copyOf(" + of("int[]") + ", " + part("int") + " & 7)";
            case 4 -> "((Function<Integer, int[]>) int[]::new).apply(" + part("int") + " & 7)";
            default -> leaf("int[]");
        };
    }

    private String step() {
        String parameter = names.fresh("x");
        return switch (random.nextInt(6)) {
            case 0 -> parameter + " -> " + later(() -> of("int"));
            case 1 -> "(int " + parameter + ") -> { " + later(() -> "int " + names.fresh("v") + " = " + of("int") + "; return " + of("int")) + "; }";
            case 2 -> "new Step() { @Override public int run(int x) { return x + " + inClass("int") + "; } }";
            case 3 -> self() + "::plus";
            case 4 -> "Support.step(" + leaf("Step") + ").twice()";
            default -> leaf("Step");
        };
    }

    private String list() {
        return pick("new ArrayList<>(" + of("List<Integer>") + ")", "List.of(" + of("int") + ", " + of("int") + ")",
                "Stream.of(" + of("int") + ", " + of("int") + ").filter(i -> i > 1).toList()", "Collections.nCopies(2, " + of("int") + ")");
    }

    String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
