/** Random expressions that give an int, from values of all types. */
package org.peaberry.tests.agreement;

import java.util.Random;

final class GeneratedNumbers {
    private static final int FORMS = 44;

    private final Random random;
    private final GeneratedNames names;
    private final GeneratedExpressions values;

    GeneratedNumbers(Random random, GeneratedNames names, GeneratedExpressions values) {
        this.random = random;
        this.names = names;
        this.values = values;
    }

    String any() {
        int form = random.nextInt(FORMS);
        return form < 16 ? operator(form) : form < 30 ? call(form) : object(form);
    }

    private String operator(int form) {
        return switch (form) {
            case 0, 1 -> part("int[]") + "[" + part("int") + pick(" & 1", " & 1", "") + "]";
            case 2 -> part("int[]") + ".length";
            case 3, 4 -> "(int) (" + part("long") + " | 0L)";
            case 5 -> "(byte) (" + part("int") + " + 0) + (short) (int) (" + of("int") + ") + (char) -" + part("int");
            case 6, 7 -> pick("-", "~", "+ ", "- -") + part("int");
            case 8 -> pick("++", "--") + names.assignable("int");
            case 9 -> names.assignable("int") + pick("++", "--");
            case 10 -> names.assignable("int") + pick(" = ", " += ", " -= ", " <<= ", " >>>= ", " ^= ", " *= ") + of("int");
            case 11 -> names.assignable("int") + pick(" /= ", " %= ", " >>= ", " |= ", " &= ") + of("long");
            case 12 -> "new int[" + part("int") + " & 3][2].length";
            case 13 -> "new int[][] {{1}, {" + of("int") + "}, }[1][0]";
            case 14 -> "+" + part("String") + ".charAt(" + pick("0", of("int")) + ")";
            default -> pick("field", values.self() + ".field", "other().field", "(field)", "count");
        };
    }

    private String call(int form) {
        return switch (form) {
            case 16, 17, 18 -> "Support.sum(" + of("int") + pick("", ", " + of("int"), ", " + of("int") + ", " + of("int"), ", " + of("int[]")) + ")";
            case 19, 20 -> part("String") + pick(".length()", ".hashCode()", ".indexOf('a')");
            case 21, 22 -> part("Colour") + pick(".ordinal()", ".weight()", ".compareTo(" + of("Colour") + ")");
            case 23 -> "Support.step(" + of("Step") + ").run(" + of("int") + ")";
            case 24 -> "Support.step(" + of("Step") + ").twice().run(" + of("int") + ")";
            case 25, 26 -> part("List<Integer>") + pick(".size()", ".get(" + pick("0", "1", of("int")) + ")", ".stream().mapToInt(i -> i).sum()");
            case 27 -> "Math.max(" + of("int") + ", " + of("int") + ")";
            case 28 -> "Objects.hash(" + of("int") + ", " + of("String") + ")";
            default -> "plus(" + of("int") + ")";
        };
    }

    private String object(int form) {
        String binding = names.fresh("q");
        return switch (form) {
            case 30, 31 -> "(Shape) " + part("Shape") + " instanceof Square " + binding + " ? " + binding + ".side() : " + part("int");
            case 32 -> "(Object) " + part("Object") + " instanceof Integer " + binding + " && " + binding + " > 2 ? " + binding + " : 0";
            case 33 -> "!((Object) " + part("Object") + " instanceof String " + binding + ") ? 1 : " + binding + ".length()";
            case 34 -> "new Object() { int twice(int z) { return z + " + values.inClass("int") + "; } }.twice(" + of("int") + ")";
            case 35 -> "new Inner(" + of("int") + ").value";
            case 36 -> "other().new Nested().get()";
            case 37 -> "Generic.<String>first(" + of("String") + ", " + of("String") + ").length()";
            case 38 -> "((Joined<Integer, Integer>) (a, b) -> a + b).join(1, " + of("int") + ")";
            case 39 -> "super.hashCode() == hashCode() ? 1 : 2";
            case 40 -> "((IntBinaryOperator) Math::max).applyAsInt(" + of("int") + ", " + of("int") + ")";
            case 41 -> "new Box<>(" + of("String") + ").iterator().next().length()";
            case 42 -> "((Supplier<Box<Integer>>) () -> new Box<>(" + values.later(() -> of("int")) + ")).get().value";
            default -> "((IntFunction<Inner>) Inner::new).apply(" + of("int") + ").value";
        };
    }

    private String of(String type) {
        return values.of(type);
    }

    private String part(String type) {
        return values.part(type);
    }

    private String pick(String... choices) {
        return values.pick(choices);
    }
}
