/** A place where a file is not the dialect's syntax. */
package org.peaberry.verifier.syntax;

import org.peaberry.verifier.source.Position;

/** @param message what is wrong and what was expected */
public record SyntaxError(Position position, String message) {
}
