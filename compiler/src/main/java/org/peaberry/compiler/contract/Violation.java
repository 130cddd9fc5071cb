/** The text of a broken contract: where, what, how it is reached, why it matters, what to write instead. */
package org.peaberry.compiler.contract;

import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.MethodInfo;

final class Violation {
    private Violation() {
    }

    /**
     * @param rule    what is wrong, such as "allocation in a @NoAllocation method"
     * @param code    the offending code
     * @param path    how it is reached
     * @param reason  the contract's
     * @param instead what to write
     */
    static String describe(SourcePosition position, String rule, String code, String path, String reason, String instead) {
        return place(position) + ": error: " + rule
                + "\n  " + code
                + "\n  reached from: " + path
                + "\n  why here: " + reason
                + "\n  instead: " + instead;
    }

    /** {@code Class.method (File.java:12)}. */
    static String at(SourcePosition position) {
        return shortName(position.method()) + " (" + place(position) + ")";
    }

    /** {@code File.java:12}. */
    static String place(SourcePosition position) {
        return file(position.method()) + ":" + position.line();
    }

    static String shortName(MethodInfo method) {
        return MethodFacts.simpleName(method.owner()) + "." + method.name();
    }

    private static String file(MethodInfo method) {
        ClassInfo owner = method.owner();
        return owner.node().sourceFile == null ? owner.binaryName() : owner.node().sourceFile;
    }
}
