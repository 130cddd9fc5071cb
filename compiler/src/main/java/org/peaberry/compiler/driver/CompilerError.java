/** An error in the program being compiled, with all that its author needs to find and fix it. */
package org.peaberry.compiler.driver;

/** The message is complete: file:line, what is wrong, how it is reached, what to write instead. */
public class CompilerError extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CompilerError(String message) {
        super(message);
    }
}
