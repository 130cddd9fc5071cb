/** What keeps a file from being checked at all: it is not text, too large, or nested without end. */
package org.peaberry.verifier.source;

public final class SourceProblem extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Position position;

    public SourceProblem(Position position, String message) {
        super(message, null, false, false);
        this.position = position;
    }

    public Position position() {
        return position;
    }
}
