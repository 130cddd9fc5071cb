/** Generates expressions of a given type; some throw when they are evaluated. */
package org.peaberry.fuzz;

import java.util.List;
import java.util.Random;

final class ExpressionGenerator {
    private static final List<String> INTS = List.of("0", "1", "-1", "2", "3", "7", "8", "31", "32", "64", "100", "127", "128", "255", "-128", "65535",
            "0x7fffffff", "0x80000000", "1000003", "-77", "0x55555555");
    private static final List<String> LONGS = List.of("0L", "1L", "-1L", "2L", "63L", "64L", "0x7fffffffffffffffL", "0x8000000000000000L", "0xffffffffL",
            "0x100000000L", "-3L", "10L", "1000000007L", "0x5555555555555555L", "127L", "-129L");
    private static final List<String> ARITHMETIC = List.of("+", "-", "*", "&", "|", "^", "+", "-", "/", "%");
    private static final List<String> DOUBLES = List.of("0.0", "1.0", "-0.0", "0.1", "-2.5", "1e300", "1e-310", "(0.0 / 0.0)", "(1.0 / 0.0)", "2147483648.0",
            "-9.3e18", "3.0", "1e10");
    private static final List<String> FLOATS = List.of("0f", "1f", "-0f", "0.1f", "-2.5f", "1e38f", "1e-40f", "(0f / 0f)", "16777217f", "3f");
    private static final List<String> FLOATING_ARITHMETIC = List.of("+", "-", "*", "/", "%", "+", "-", "*");
    private static final List<String> TEXTS = List.of("\"\"", "\"ab\"", "\"xyz\"", "\"a\\u00e9\\u20ac\"", "\"12a7\"", "TEXTS[1]", "TEXTS[2]", "TEXTS[3]");
    private static final List<String> SHIFTS = List.of("<<", ">>", ">>>");
    private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==", "!=");

    private final Random random;
    private final VariableScope scope;
    private final int callable;

    /** @param callable methods m0 up to it may be called; the last one, which is often the caller itself, rarely */
    ExpressionGenerator(Random random, VariableScope scope, int callable) {
        this.random = random;
        this.scope = scope;
        this.callable = callable;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    String of(String type, int depth) {
        String variable = random.nextInt(3) == 0 || depth <= 0 ? scope.any(type, false) : null;
        if (variable != null) {
            return variable;
        }
        return switch (type) {
            case "int" -> intValue(depth);
            case "long" -> longValue(depth);
            case "boolean" -> booleanValue(depth);
            case "double", "float" -> floatingValue(type, depth);
            case "byte", "short", "char" -> "(" + type + ") " + (random.nextBoolean() ? intValue(depth - 1) : longValue(depth - 1));
            case "Base" -> object(depth);
            case "String" -> text(depth);
            default -> array(type, depth);
        };
    }

    private String intValue(int depth) {
        if (depth <= 0) {
            return pick(INTS);
        }
        return switch (random.nextInt(21)) {
            case 20 -> unsignedDivision("Integer", "int", depth);
            case 17 -> of("String", depth - 1) + pick(List.of(".length()", ".hashCode()", ".indexOf('a')", ".indexOf(\"b\")", ".trim().length()"));
            case 18 -> of("String", depth - 1) + ".charAt(" + index(depth) + ")";
            case 19 -> of("String", depth - 1) + ".compareTo(" + of("String", depth - 1) + ")";
            case 15 -> "(int) " + of(random.nextBoolean() ? "double" : "float", depth - 1);
            case 16 -> "Double.compare(" + of("double", depth - 1) + ", " + of("float", depth - 1) + ")";
            case 0, 1, 2, 3 -> "(" + of("int", depth - 1) + " " + pick(ARITHMETIC) + " " + of(smallOr("int"), depth - 1) + ")";
            case 4 -> "(" + of("int", depth - 1) + " " + pick(SHIFTS) + " " + of(random.nextBoolean() ? "int" : "long", depth - 1) + ")";
            case 5 -> "(int) " + of("long", depth - 1);
            case 6 -> "(" + of("boolean", depth - 1) + " ? " + of("int", depth - 1) + " : " + of("int", depth - 1) + ")";
            case 7 -> (random.nextBoolean() ? "-" : "~") + "(" + of("int", depth - 1) + ")";
            case 8 -> element("int[]", depth);
            case 9 -> element("byte[]", depth);
            case 10 -> of("Base", depth - 1) + ".number";
            case 11 -> of("Base", depth - 1) + ".run(" + of("int", depth - 1) + ")";
            case 12 -> call("int", depth);
            case 13 -> of(pick(List.of("int[]", "long[]")), depth - 1) + ".length";
            default -> "Integer." + pick(List.of("bitCount", "numberOfTrailingZeros", "reverseBytes", "signum", "hashCode")) + "(" + of("int", depth - 1) + ")";
        };
    }

    private String smallOr(String type) {
        return random.nextInt(4) == 0 ? pick(List.of("byte", "short", "char")) : type;
    }

    private String unsignedDivision(String owner, String type, int depth) {
        return owner + pick(List.of(".divideUnsigned(", ".remainderUnsigned(")) + of(type, depth - 1) + ", " + of(type, depth - 1) + ")";
    }

    private String longValue(int depth) {
        if (depth <= 0) {
            return pick(LONGS);
        }
        return switch (random.nextInt(14)) {
            case 13 -> unsignedDivision("Long", "long", depth);
            case 11 -> "(long) " + of(random.nextBoolean() ? "double" : "float", depth - 1);
            case 12 -> "Double.doubleToLongBits(" + of("double", depth - 1) + ")";
            case 0, 1, 2, 3 -> "(" + of("long", depth - 1) + " " + pick(ARITHMETIC) + " " + of(random.nextInt(3) == 0 ? "int" : "long", depth - 1) + ")";
            case 4 -> "(" + of("long", depth - 1) + " " + pick(SHIFTS) + " " + of("int", depth - 1) + ")";
            case 5 -> "(long) " + of("int", depth - 1);
            case 6 -> "(" + of("boolean", depth - 1) + " ? " + of("long", depth - 1) + " : " + of("int", depth - 1) + ")";
            case 7 -> element("long[]", depth);
            case 8 -> of("Base", depth - 1) + ".wide";
            case 9 -> call("long", depth);
            default -> "(" + of("int", depth - 1) + " & 0xffffffffL)";
        };
    }

    private String floatingValue(String type, int depth) {
        if (depth <= 0) {
            return pick(type.equals("double") ? DOUBLES : FLOATS);
        }
        return switch (random.nextInt(9)) {
            case 0, 1, 2, 3 -> "(" + of(type, depth - 1) + " " + pick(FLOATING_ARITHMETIC) + " " + of(type, depth - 1) + ")";
            case 4 -> "(" + type + ") " + of(random.nextBoolean() ? "int" : "long", depth - 1);
            case 5 -> "(" + type + ") " + of(type.equals("double") ? "float" : "double", depth - 1);
            case 6 -> "(" + of("boolean", depth - 1) + " ? " + of(type, depth - 1) + " : " + of(type, depth - 1) + ")";
            case 7 -> "-(" + of(type, depth - 1) + ")";
            default -> "Math." + pick(List.of("max", "min")) + "(" + of(type, depth - 1) + ", " + of(type, depth - 1) + ")";
        };
    }

    private String booleanValue(int depth) {
        if (depth <= 0) {
            return random.nextBoolean() ? "true" : "false";
        }
        return switch (random.nextInt(10)) {
            case 8 -> "(" + of("double", depth - 1) + " " + pick(COMPARISONS) + " " + of("double", depth - 1) + ")";
            case 9 -> "(" + of("float", depth - 1) + " " + pick(COMPARISONS) + " " + of("float", depth - 1) + ")";
            case 0, 1, 2 -> "(" + of(smallOr("int"), depth - 1) + " " + pick(COMPARISONS) + " " + of("int", depth - 1) + ")";
            case 3 -> "(" + of("long", depth - 1) + " " + pick(COMPARISONS) + " " + of("long", depth - 1) + ")";
            case 4 -> "(" + of("boolean", depth - 1) + pick(List.of(" && ", " || ", " ^ ", " & ", " | ")) + of("boolean", depth - 1) + ")";
            case 5 -> "!" + "(" + of("boolean", depth - 1) + ")";
            case 6 -> "(" + of("Base", depth - 1) + " instanceof " + pick(List.of("Middle", "Leaf", "Step")) + ")";
            default -> "(" + of("Base", depth - 1) + pick(List.of(" == ", " != ")) + pick(List.of("null", of("Base", depth - 1))) + ")";
        };
    }

    private String text(int depth) {
        if (depth <= 0) {
            return pick(TEXTS);
        }
        return switch (random.nextInt(5)) {
            case 0, 1 -> "clip(" + of("String", depth - 1) + " + " + of(pick(VariableScope.VALUE_TYPES), depth - 1) + ")";
            case 2 -> "clip(" + of("String", depth - 1) + " + " + of("String", depth - 1) + " + '.')";
            case 3 -> "(" + of("boolean", depth - 1) + " ? " + of("String", depth - 1) + " : " + of("String", depth - 1) + ")";
            default -> of("String", depth - 1) + pick(List.of(".toUpperCase()", ".substring(1)", ".replace('a', 'b')", ".repeat(2).substring(0, 3)", ".concat(\"q\").trim()"));
        };
    }

    private String element(String arrayType, int depth) {
        String array = of(arrayType, depth - 1);
        return array + "[" + index(depth) + "]";
    }

    /** Mostly inside of the arrays, which have 4 to 8 elements. */
    String index(int depth) {
        return random.nextInt(8) == 0 ? of("int", depth - 1) : "(" + of("int", depth - 1) + " & 3)";
    }

    private String array(String type, int depth) {
        String element = type.substring(0, type.length() - 2);
        if (depth > 1 && random.nextInt(3) == 0) {
            return "new " + type + " {" + of(element, depth - 2) + ", " + of(element, depth - 2) + ", " + of(element, 0) + ", " + of(element, 0) + "}";
        }
        return switch (type) {
            case "int[]" -> "INTS";
            case "long[]" -> "LONGS";
            default -> "BYTES";
        };
    }

    private String object(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return "new " + pick(List.of("Base", "Middle", "Leaf")) + "(" + of("int", depth - 1) + ", " + of("long", depth - 1) + ")";
        }
        if (depth > 0 && random.nextInt(6) == 0) {
            return "((" + pick(List.of("Middle", "Leaf")) + ") " + of("Base", depth - 1) + ")";
        }
        return random.nextInt(12) == 0 ? "NOTHING" : "OBJECTS[" + random.nextInt(4) + "]";
    }

    private String call(String type, int depth) {
        if (callable == 0) {
            return of(type, depth - 1);
        }
        String call = "m" + (random.nextInt(8) == 0 ? callable : random.nextInt(callable)) + "(" + of("int", depth - 1) + ", " + of("long", depth - 1) + ", " + of("Base", depth - 1) + ")";
        return type.equals("int") ? "(int) " + call : call;
    }
}
