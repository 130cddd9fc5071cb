/** A random class of the dialect: types of all kinds, and members that can be left out one by one. */
package org.peaberry.tests.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

final class GeneratedClass {
    private static final int TYPES = 2;
    private static final int METHODS = 6;
    private static final String[] PARAMETERS = {"int", "long", "boolean", "String", "int[]", "Shape", "Colour", "Step", "List<Integer>", "Object"};
    private static final String FIXED = """
            package generated;
            import generated.Support.*;
            import java.util.*;
            import java.util.function.*;
            import java.util.stream.Stream;
            import static java.lang.Math.abs;
            class %1$s {
                static final int[] NUMBERS = {1, 2, 3};
                static int count;
                long wide;
                protected int field = 3;
                static {
                    count = NUMBERS.length;
                }
                {
                    wide = 1L << 33;
                }
                class Inner { final int value; Inner(int value) { this.value = abs(value) + field; } }
                class Nested { int get() { return %1$s.this.field; } }
                static class Generic { static <V> V first(V a, V b) { return a; } }
                %1$s other() { return this; }
                int plus(int x) { return field += x; }
            """;

    private final String name;
    private final TreeMap<Integer, String> members = new TreeMap<>();
    private final List<Integer> firstLines = new ArrayList<>();

    GeneratedClass(String name, long seed) {
        this.name = name;
        Random random = new Random(seed);
        List<GeneratedType> types = new ArrayList<>();
        for (int i = 0; i < TYPES; i++) {
            types.add(GeneratedType.of(i, name, random));
            members.put(i, types.get(i).declaration());
        }
        for (int i = TYPES; i < TYPES + METHODS; i++) {
            members.put(i, method(i, types.get(i % TYPES), random));
        }
    }

    private String method(int index, GeneratedType type, Random random) {
        GeneratedNames names = new GeneratedNames(random);
        StringBuilder parameters = new StringBuilder();
        for (String each : PARAMETERS) {
            parameters.append(parameters.isEmpty() ? "" : ", ").append(each).append(' ').append(names.add(each));
        }
        GeneratedStatements statements = new GeneratedStatements(random, names, name);
        return "int m" + index + "(" + parameters + ") {\n" + statements.statements() + "return " + (random.nextBoolean() ? type.use(statements) : statements.value("int")) + ";\n}\n";
    }

    String name() {
        return name;
    }

    /** How many methods there are. */
    int size() {
        return members.tailMap(TYPES).size();
    }

    /** The source, without the members that were left out. */
    String source() {
        StringBuilder text = new StringBuilder(FIXED.formatted(name));
        firstLines.clear();
        members.values().forEach(member -> {
            firstLines.add(nextLine(text));
            text.append(member);
        });
        firstLines.add(nextLine(text));
        text.append("static void all() {\n");
        members.tailMap(TYPES).keySet().forEach(index -> text.append("try {\nSupport.fuel = 60;\nSystem.out.println(\"" + name + " " + index + " \" + new " + name + "().m" + index
                + "(5, -2, true, \"text\", new int[] {4, 5, 6}, new Square(1), Colour.GREEN, x -> x + 1, List.of(7, 8), \"object\"));\n"
                + "} catch (RuntimeException | StackOverflowError e) {\nSystem.out.println(\"" + name + " " + index + " \" + e.getClass().getName());\n}\n"));
        return text.append("}\n}\n").toString();
    }

    private static int nextLine(CharSequence text) {
        return (int) text.chars().filter(c -> c == '\n').count() + 1;
    }

    /** Leaves out all members. */
    void leaveOutAll() {
        members.clear();
    }

    /** Leaves out the members that stand on these lines of the last source; returns how many. */
    int leaveOut(Iterable<Integer> lines) {
        List<Integer> indices = List.copyOf(members.keySet());
        int before = members.size();
        for (int line : lines) {
            for (int i = 0; i < indices.size(); i++) {
                if (line >= firstLines.get(i) && line < firstLines.get(i + 1)) {
                    members.remove(indices.get(i));
                }
            }
        }
        return before - members.size();
    }
}
