/** A place in a source file. */
package org.peaberry.verifier.source;

/** @param line from 1 on
 * @param column from 1 on, in UTF-16 units; a tab counts as one */
public record Position(int line, int column) implements Comparable<Position> {
    /** For what concerns a whole file. */
    public static final Position START = new Position(1, 1);

    @Override
    public int compareTo(Position other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    /** The place behind a text. */
    static Position behind(CharSequence text) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Position(line, text.length() - lineStart + 1);
    }
}
