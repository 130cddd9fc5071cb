/** Something in reachable code that is not in the dialect, or not supported yet. */
package org.peaberry.compiler.frontend;

import org.peaberry.compiler.ir.SourcePosition;

/** The driver adds how the method is reached. */
public final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param what what it is, and what to write instead */
    public Unsupported(SourcePosition position, String what) {
        super(describe(position) + ": error: " + what);
    }

    private static String describe(SourcePosition position) {
        String file = position.method().owner().node().sourceFile;
        return (file == null ? position.method().owner().binaryName() : file) + ":" + position.line();
    }
}
