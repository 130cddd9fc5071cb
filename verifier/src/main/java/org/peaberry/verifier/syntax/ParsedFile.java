/** A syntax tree with its words and what is wrong in it. */
package org.peaberry.verifier.syntax;

import java.util.List;

import org.antlr.v4.runtime.CommonTokenStream;

/** @param errors in the order of the text; empty when the tree is whole */
public record ParsedFile(DialectParser.CompilationUnitContext unit, CommonTokenStream tokens, List<SyntaxError> errors) {
}
