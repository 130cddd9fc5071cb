/** Calls of JDK code that leave the dialect, but that a program only gets to when it asks for them: they throw when they are made. */
package org.peaberry.compiler.world;

import java.util.List;

/** The parallel halves of sorting and streams, and formatted texts of rare use. Shared by the front end and the reachability analysis, which must agree. */
public final class RefusedCall {
    private static final List<String> PARALLEL = List.of("java/util/DualPivotQuicksort", "java/util/stream/", "java/io/PrintWriter", "java/io/PrintStream");
    /** Warns of boxing in streams, when the JVM is told to. */
    private static final String DIAGNOSIS = "/Tripwire";
    private static final String JDK = "java/";
    private static final String REFUSAL = "org/peaberry/runtime/jdk/Refusal";

    private RefusedCall() {
    }

    public static boolean is(MethodInfo caller, MethodInfo called) {
        return called.substitute() == null && isOfJdk(caller) && isRefused(caller.owner().name(), OutsideDialect.reason(called));
    }

    /** Whether objects of the class are never made by that method, as the constructor is refused. */
    static boolean isOf(MethodInfo caller, ClassInfo type) {
        return isOfJdk(caller) && isRefused(caller.owner().name(), OutsideDialect.reason(type.name()));
    }

    private static boolean isOfJdk(MethodInfo caller) {
        return caller.owner().name().startsWith(JDK);
    }

    private static boolean isRefused(String caller, String reason) {
        if (reason == null) {
            return false;
        }
        return reason.equals(OutsideDialect.NO_FORMATTING) || caller.endsWith(DIAGNOSIS)
                || reason.equals(OutsideDialect.NO_THREADS) && PARALLEL.stream().anyMatch(caller::startsWith);
    }

    /** What is called in its place. */
    public static MethodInfo refusal(World world) {
        return world.resolveMethod(REFUSAL, "refuse", "()V");
    }

    static MethodInfo refusal(Types types) {
        return types.resolveMethod(REFUSAL, "refuse", "()V");
    }
}
