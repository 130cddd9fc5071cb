/** Something in a method that costs time and that the passes left there. */
package org.peaberry.compiler.explain;

import org.peaberry.compiler.ir.SourcePosition;

/**
 * @param what as a programmer would call it
 * @param why  which fact is missing
 */
public record Kept(SourcePosition position, String what, String why) {
}
