/** A call that compiled code makes. */
package org.peaberry.compiler.stack;

import org.peaberry.compiler.ir.SourcePosition;

/**
 * @param target    linker symbol
 * @param isFailure whether it throws an exception and never returns
 */
record StackCall(String target, SourcePosition position, boolean isFailure) {
}
