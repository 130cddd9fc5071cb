/** Collects the errors of a program, so that all of them are reported before the compilation fails. */
package org.peaberry.compiler.driver;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Two reports of one error (the same first line) count once. */
public final class ProgramErrors {
    private static final int SHOWN = 20;

    private final Map<String, String> errors = new LinkedHashMap<>();

    /** @param message complete: "File.java:12: error: …", further lines indented */
    public synchronized void add(String message) {
        errors.putIfAbsent(message.lines().findFirst().orElse(""), message);
    }

    public void addAll(Collection<String> messages) {
        messages.forEach(this::add);
    }

    /** Adds those at lines that have no error yet: what was wrong there is wrong for later steps in other ways. One without a line is new only in a program without errors. */
    synchronized void addFollowing(Collection<String> messages) {
        Set<String> places = errors.keySet().stream().map(ProgramErrors::place).collect(Collectors.toSet());
        messages.stream().filter(message -> place(message).isEmpty() ? places.isEmpty() : !places.contains(place(message))).forEach(this::add);
    }

    /** File and line; empty when the message names none. */
    private static String place(String message) {
        return message.substring(0, Math.max(0, message.indexOf(": error: ")));
    }

    /** @throws CompilerError with all errors so far, if there are any */
    public void throwIfAny() {
        if (errors.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        errors.values().stream().limit(SHOWN).forEach(error -> text.append(error).append('\n'));
        int more = errors.size() - SHOWN;
        text.append(errors.size() == 1 ? "1 error" : errors.size() + " errors");
        if (more > 0) {
            text.append(" (").append(more).append(" not shown)");
        }
        throw new CompilerError(text.toString());
    }
}
