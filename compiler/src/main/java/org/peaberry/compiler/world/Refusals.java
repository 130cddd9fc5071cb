/** Where code of libraries asks for what compiled programs do not have: it throws there when it is reached, and is listed. */
package org.peaberry.compiler.world;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * In the program's own classes the same is an error of the compilation. On bare metal it is one in libraries, too, but for the halves of
 * JDK code that nothing gets to unless it asks for them: parallel sorting and streams, formatted texts of rare use.
 */
public final class Refusals {
    private static final List<String> PARALLEL = List.of("java/util/DualPivotQuicksort", "java/util/stream/", "java/io/PrintWriter", "java/io/PrintStream");
    /** Warns of boxing in streams, when the JVM is told to. */
    private static final String DIAGNOSIS = "/Tripwire";
    private static final String JDK = "java/";

    private final Set<Refusal> found = new LinkedHashSet<>();
    private boolean ofAllLibraries;

    /**
     * @param place  file and line
     * @param reason what is asked for, and why it is not there
     */
    public record Refusal(String place, String reason) {
    }

    /** Declares that no call of a library stops the compilation. */
    void deferAll() {
        ofAllLibraries = true;
    }

    boolean areDeferred() {
        return ofAllLibraries;
    }

    /** Whether what is refused to a method is only refused when it is reached. */
    boolean isLate(MethodInfo caller, String reason) {
        return isLate(caller) || isOfJdk(caller) && isRare(caller.owner().name(), reason);
    }

    boolean isLate(MethodInfo caller) {
        return ofAllLibraries && caller.owner().isLibrary();
    }

    private static boolean isOfJdk(MethodInfo caller) {
        return caller.owner().name().startsWith(JDK);
    }

    private static boolean isRare(String caller, String reason) {
        return reason.equals(OutsideDialect.NO_FORMATTING) || caller.endsWith(DIAGNOSIS)
                || (reason.equals(OutsideDialect.NO_THREADS) || reason.equals(OutsideDialect.NO_PARALLEL)) && PARALLEL.stream().anyMatch(caller::startsWith);
    }

    /** Why a method cannot be called and what to do instead, or null when it can. */
    String reasonAgainst(MethodInfo method) {
        return ofAllLibraries && LinuxDialect.has(method) ? null : OutsideDialect.reason(method);
    }

    /** The same for all methods of a class. */
    String reasonAgainst(ClassInfo type) {
        return ofAllLibraries && LinuxDialect.has(type.name()) ? null : OutsideDialect.reason(type.name());
    }

    void add(String place, String reason) {
        found.add(new Refusal(place, reason));
    }

    /** In the order they were found. */
    public List<Refusal> found() {
        return List.copyOf(found);
    }
}
