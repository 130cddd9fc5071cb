/** The variables that generated code sees. */
package org.peaberry.tests.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

final class GeneratedNames {
    /** A word of the grammar that is a name, too. */
    private static final String[] CONTEXTUAL = {"record", "sealed", "permits", "with", "module", "open"};

    private record Variable(String type, String name, boolean changes) {
    }

    private final Random random;
    private final List<Variable> variables = new ArrayList<>();
    private int next;
    /** What changes and stands in front of it is not seen: the body of a lambda or an inner class. */
    private int captured;

    GeneratedNames(Random random) {
        this.random = random;
    }

    /** A name that nothing has yet. */
    String fresh(String start) {
        return start + next++;
    }

    /** A name for a new variable of a type, that some code may assign to. */
    String add(String type) {
        return add(type, random.nextBoolean());
    }

    /** A name for a new variable that is assigned once. */
    String addFixed(String type) {
        return add(type, false);
    }

    private String add(String type, boolean changes) {
        String name = fresh(random.nextInt(20) == 0 ? CONTEXTUAL[random.nextInt(CONTEXTUAL.length)] : "v");
        variables.add(new Variable(type, name, changes));
        return name;
    }

    /** A variable of a type, or null. */
    String any(String type) {
        return chosen(variables.stream().filter(variable -> variable.type.equals(type) && (!variable.changes || variables.indexOf(variable) >= captured)).toList());
    }

    /** What may be assigned to: a variable, a field or an element. */
    String assignable(String type) {
        List<Variable> fitting = variables.subList(captured, variables.size()).stream().filter(variable -> variable.type.equals(type) && variable.changes).toList();
        if (!fitting.isEmpty() && random.nextInt(3) > 0) {
            return chosen(fitting);
        }
        return type.equals("long") ? "wide" : random.nextBoolean() ? "field" : "NUMBERS[1]";
    }

    private String chosen(List<Variable> fitting) {
        return fitting.isEmpty() ? null : fitting.get(random.nextInt(fitting.size())).name;
    }

    int mark() {
        return variables.size();
    }

    /** Forgets what was added since a mark. */
    void leave(int mark) {
        variables.subList(mark, variables.size()).clear();
    }

    /** What follows is run later, or never. */
    int capture() {
        int before = captured;
        captured = variables.size();
        return before;
    }

    void uncapture(int before) {
        captured = before;
    }
}
