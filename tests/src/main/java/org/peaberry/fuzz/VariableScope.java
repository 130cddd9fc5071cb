/** Variables that generated code can see. */
package org.peaberry.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Types are the names that Java source has for them. */
final class VariableScope {
    static final List<String> VALUE_TYPES = List.of("int", "long", "boolean", "int", "long", "byte", "short", "char", "double", "float");
    static final List<String> TYPES = List.of("int", "long", "boolean", "byte", "short", "char", "int[]", "long[]", "byte[]", "Base", "String", "int", "long", "double", "float");

    private record Variable(String type, String name, boolean mutable) {
    }

    private final Random random;
    private final List<Variable> variables = new ArrayList<>();
    private int next;

    VariableScope(Random random) {
        this.random = random;
    }

    String declare(String type, boolean mutable) {
        String name = "v" + next++;
        variables.add(new Variable(type, name, mutable));
        return name;
    }

    int mark() {
        return variables.size();
    }

    /** Forgets what was declared since a mark. */
    void leave(int mark) {
        variables.subList(mark, variables.size()).clear();
    }

    /** A variable of that type, or null. */
    String any(String type, boolean mustBeMutable) {
        List<Variable> fitting = variables.stream().filter(v -> v.type.equals(type) && (v.mutable || !mustBeMutable)).toList();
        return fitting.isEmpty() ? null : fitting.get(random.nextInt(fitting.size())).name;
    }
}
