/** Why methods are reachable, as text: for each the calls from an entry point. */
package org.peaberry.compiler.report;

import org.peaberry.compiler.observe.CompiledProgram;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.compiler.world.Reachability;

final class ReachabilityText {
    private ReachabilityText() {
    }

    /** @param pattern part of the full names of the methods that are listed */
    static String of(CompiledProgram program, String pattern) {
        Reachability reachability = program.world().reachability();
        StringBuilder text = new StringBuilder();
        for (MethodInfo method : program.world().methods()) {
            String name = MethodName.of(method).full();
            if (name.contains(pattern)) {
                text.append(name).append('\n');
                addChain(text, method, reachability);
            }
        }
        return text.toString();
    }

    private static void addChain(StringBuilder text, MethodInfo method, Reachability reachability) {
        MethodInfo each = method;
        Reachability.Reached reached = reachability.reached(each);
        while (reached.caller() != null) {
            text.append("  from ").append(MethodName.of(reached.caller()).full()).append(" (").append(place(reached)).append(')')
                    .append(how(reached, reachability)).append('\n');
            each = reached.caller();
            reached = reachability.reached(each);
        }
        text.append("  ").append(root(each)).append('\n');
    }

    private static String place(Reachability.Reached reached) {
        String file = reached.caller().owner().node().sourceFile;
        return (file == null ? reached.caller().owner().binaryName() : file) + ":" + reached.line();
    }

    /** Of a dispatched call: what it names and who made an object of the class; otherwise nothing. */
    private static String how(Reachability.Reached reached, Reachability reachability) {
        if (reached.type() == null) {
            return "";
        }
        Reachability.Reached maker = reachability.maker(reached.type());
        String made = maker == null || maker.caller() == null ? "is in the image" : "is made in " + MethodName.of(maker.caller()).brief() + " (" + place(maker) + ")";
        return " by a call of " + MethodName.of(reached.called()).brief() + ": a " + HeapObject.typeName(reached.type()) + " " + made;
    }

    static String root(MethodInfo method) {
        return method.hasAnnotation(org.peaberry.runtime.annotation.Entrypoint.class) ? "which is an entry point" : "which compiled code calls by itself";
    }
}
