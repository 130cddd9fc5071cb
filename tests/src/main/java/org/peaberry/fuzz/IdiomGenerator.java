/** Generates statements of the shapes that optimizing passes look for: loops over arrays, objects that stay local, throws that are caught nearby. */
package org.peaberry.fuzz;

import java.util.List;
import java.util.Random;

/** Holes of the shapes are random expressions, so that each shape is met with what makes a pass wrong: null, zero, overflow, aliases, exceptions. */
final class IdiomGenerator {
    private static final List<String> STARTS = List.of("0", "1", "-1", "3", "Integer.MAX_VALUE - 3", "Integer.MIN_VALUE");
    private static final List<String> STEPS = List.of("i++", "i += 2", "i += 3", "i = i * 2 + 1", "i <<= 1");
    private static final List<String> ELEMENTS = List.of("int", "long", "byte", "short", "char", "double", "float");
    private static final List<String> CLASSES = List.of("Base", "Middle", "Leaf");

    private final Random random;
    private final ExpressionGenerator expressions;
    private int next;

    IdiomGenerator(Random random, ExpressionGenerator expressions) {
        this.random = random;
        this.expressions = expressions;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String value(String type) {
        return expressions.of(type, 1 + random.nextInt(2));
    }

    /** One block of statements, in one line or several. */
    String next() {
        String name = "t" + next++;
        return "{ " + switch (random.nextInt(18)) {
            case 0, 1 -> localObject(name);
            case 2, 3 -> filledArray(name);
            case 4 -> reduction(name);
            case 5 -> boundedLoop(name);
            case 6 -> copy(name);
            case 7, 8 -> localThrow(name);
            case 9 -> nestedFinally(name);
            case 10 -> lambda(name);
            case 11 -> builder(name);
            case 12 -> scan(name);
            case 13 -> shapes(name);
            case 14 -> enumSwitch(name);
            case 15 -> invariant(name);
            case 16 -> grid(name);
            default -> generic(name);
        } + " }";
    }

    private String localObject(String name) {
        String made = pick(CLASSES);
        String escape = random.nextInt(3) == 0 ? " if (" + value("boolean") + ") { OBJECTS[2] = " + name + "; }" : "";
        String change = random.nextBoolean() ? " for (int i = 0; i < 3; i++) { " + name + ".wide += " + name + ".number ^ " + value("int") + "; }"
                : " if (" + value("boolean") + ") { " + name + ".number += " + value("int") + "; } else { " + name + " = new " + pick(CLASSES) + "(counter, "
                        + value("long") + "); }";
        return "Base " + name + " = new " + made + "(" + value("int") + ", " + value("long") + ");" + change + escape + " sum += " + name + ".wide * 3 + " + name
                + ".run(" + value("int") + ") + (" + name + " instanceof Leaf ? 1 : 0);";
    }

    private String filledArray(String name) {
        String type = pick(ELEMENTS);
        String limit = pick(List.of(name + ".length", name + ".length", name + ".length - 1", value("int") + " & 15"));
        return type + "[] " + name + " = new " + type + "[(" + value("int") + " & 15) + " + random.nextInt(4) + "];"
                + " for (int i = 0; i < (" + limit + "); i++) { " + name + "[i] = (" + type + ") (i * " + (random.nextInt(9) - 3) + " + " + value("int") + "); }"
                + " for (int i = " + name + ".length - 1; i >= " + random.nextInt(2) + "; i -= " + (1 + random.nextInt(3)) + ") { sum = sum * 31 + (long) " + name + "["
                + pick(List.of("i", "i", "i - 1", "i ^ 1")) + "]; }";
    }

    private String reduction(String name) {
        String array = pick(List.of("INTS", "LONGS", "BYTES"));
        String step = pick(List.of("+= " + array + "[i]", "^= " + array + "[i]", "= Math.max(" + name + ", " + array + "[i])", "+= " + array + "[i] < 0 ? 1 : 0",
                "+= (long) " + array + "[i] * i", "+= " + array + "[" + array + ".length - 1 - i] & 0xff"));
        return "long " + name + " = " + value("int") + "; for (int i = 0; i < " + array + ".length; i++) { " + name + " " + step + "; } sum ^= " + name + ";";
    }

    private String boundedLoop(String name) {
        String counter = random.nextInt(4) == 0 ? "long" : "int";
        return "int " + name + " = 0; for (" + counter + " i = " + pick(STARTS) + "; i " + pick(List.of("<", "<=", "!=", "<")) + " " + value("int") + "; " + pick(STEPS)
                + ") { if (++" + name + " > 20) { break; } counter += (int) i * " + value("int") + "; } sum += " + name + ";";
    }

    private String copy(String name) {
        String index = "(" + value("int") + " & 3)";
        return "int[] " + name + " = " + pick(List.of("INTS.clone()", "new int[] {1, 2, 3, 4, 5, 6}", "java.util.Arrays.copyOf(INTS, 7)")) + "; System.arraycopy("
                + pick(List.of("INTS", name, name)) + ", " + index + ", " + name + ", " + (random.nextBoolean() ? index : value("int")) + ", "
                + (random.nextInt(3) == 0 ? value("int") : "1 + " + random.nextInt(2)) + "); java.util.Arrays.fill(" + name + ", 1, 3, " + value("int")
                + "); sum += java.util.Arrays.hashCode(" + name + ");";
    }

    private String localThrow(String name) {
        String thrown = "throw new Problem(" + value("int") + ");";
        String body = random.nextBoolean() ? "if (" + value("boolean") + ") { " + thrown + " } counter++;"
                : "for (int i = 0; i < 4; i++) { counter += i; if (i == (" + value("int") + " & 7)) { " + thrown + " } }";
        boolean isExact = random.nextInt(4) != 0;
        String caught = isExact ? "Problem" : "RuntimeException";
        String code = isExact ? "p.code" : "p instanceof Problem q ? q.code : 7";
        return "long " + name + " = " + value("long") + "; try { " + body + " " + name + " += " + value("int") + "; } catch (" + caught + " p) { " + name + " ^= " + code
                + "; " + (random.nextInt(4) == 0 ? "throw p; " : "") + "}"
                + (random.nextBoolean() ? " finally { counter += (int) " + name + "; }" : "") + " sum += " + name + ";";
    }

    private String nestedFinally(String name) {
        return "int " + name + " = 1; try { try { " + name + " = " + value("int") + "; if (" + value("boolean") + ") { throw new Problem(" + name + "); } " + name
                + " += INTS[" + value("int") + " & 7]; } finally { " + name + " *= 3; counter += " + name + "; } } catch (ArrayIndexOutOfBoundsException e) { sum += "
                + name + "; } catch (Problem e) { sum -= e.code * 2L; } finally { sum ^= " + name + "; }";
    }

    private String lambda(String name) {
        return "final int " + name + "c = " + value("int") + "; IntOp " + name + " = " + pick(List.of("x -> x * 3 + " + name + "c", "x -> INTS[x & 3] - " + name + "c",
                "x -> { if (x == " + name + "c) { throw new Problem(x); } return x ^ " + name + "c; }", "Integer::reverse", "Fixture::twice")) + "; counter += "
                + name + ".apply(" + value("int") + ") + " + name + ".then(y -> y - 1).apply(" + name + "c);";
    }

    private String builder(String name) {
        return "StringBuilder " + name + " = new StringBuilder(" + pick(List.of("", "\"ab\"", "3")) + "); for (int i = 0; i < 3; i++) { " + name + ".append("
                + value(pick(List.of("int", "long", "boolean", "char", "double", "float", "String"))) + ").append('\\u00" + pick(List.of("2c", "e9", "41")) + "'); } sum = sum * 31 + "
                + name + ".toString().hashCode() + " + name + ".length();";
    }

    private String scan(String name) {
        return "String " + name + " = " + value("String") + "; int " + name + "n = 0; for (int i = 0; i < " + name + ".length(); i++) { char c = " + name
                + ".charAt(i); if (c >= '0' && c <= '9') { " + name + "n = " + name + "n * 10 + (c - '0'); } else if (c == 'a') { counter++; } } sum += " + name
                + "n; switch (" + name + ") { case \"ab\": counter += 2; break; case \"\": counter += 3; case \"xyz\": counter ^= 5; break; default: counter--; }";
    }

    private String shape(int depth) {
        return switch (random.nextInt(depth > 0 ? 4 : 2)) {
            case 0 -> "new Dot(" + value("int") + ")";
            case 1 -> "new Line(" + value("int") + ", " + value("long") + ")";
            case 2 -> "new Both(" + shape(depth - 1) + ", " + shape(depth - 1) + ")";
            default -> "(" + value("boolean") + " ? " + shape(depth - 1) + " : " + shape(depth - 1) + ")";
        };
    }

    private String shapes(String name) {
        return "Shape " + name + " = " + shape(2) + "; sum += " + name + ".size() * 5 + measure(" + name + ") + " + name + ".hashCode(); if (" + name
                + " instanceof Line l && l.to() > " + value("long") + ") { counter += l.from(); } if (" + name + ".equals(" + shape(1) + ")) { counter++; }";
    }

    private String enumSwitch(String name) {
        return "Color " + name + " = Color.values()[" + value("int") + " & 3]; counter += switch (" + name + ") { case RED -> " + value("int") + "; case GREEN -> { try { yield "
                + value("int") + "; } catch (RuntimeException e) { yield 9; } } default -> " + name + ".ordinal() + " + name + ".weight(" + value("int") + "); };";
    }

    private String invariant(String name) {
        String object = value("Base");
        String times = "(" + value("int") + " & 7)";
        return "Base " + name + " = " + object + "; Base " + name + "o = " + value("Base") + "; int " + name + "d = " + value("int") + "; for (int i = 0, n = " + times
                + "; i < n; i++) { " + pick(List.of("counter += " + name + ".number;", "counter += 1000 / " + name + "d;", name + ".number += " + name + "o.number + i;",
                        "counter += INTS[" + name + "d & 7] + i;", "counter += ((Middle) " + name + ").number; " + name + "o.wide++;", "sum += " + name + "d * 7L % (i + 1);")) + " }";
    }

    private String grid(String name) {
        return "int[][] " + name + " = new int[3][" + (1 + random.nextInt(4)) + "]; for (int i = 0; i < 3; i++) { for (int j = 0; j < " + name + "[i].length; j++) { " + name
                + "[i][j] = i * 5 + j * " + value("int") + "; } } " + name + "[" + value("int") + " & 3][0] += 2; for (int[] row : " + name + ") { for (int cell : row) { sum = sum * 3 + cell; } }";
    }

    private String generic(String name) {
        return "Box<Integer> " + name + " = new Box<>((int) " + value("int") + "); Box<Object> " + name + "o = new Box<>(" + pick(List.of(name, "\"text\"", "(long) " + value("long"), "null"))
                + "); counter += " + name + ".value + " + name + ".map(" + value("int") + "); " + name + ".value = (int) " + value("int") + "; sum += " + name
                + "o.isText() ? ((String) " + name + "o.value).length() : " + name + ".value;";
    }
}
