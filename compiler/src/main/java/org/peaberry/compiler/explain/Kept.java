/** Something in a method that costs time and that the passes left there. */
package org.peaberry.compiler.explain;

import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.SourcePosition;

/**
 * @param operation of the instruction that is left
 * @param what as a programmer would call it
 * @param why  which fact is missing
 */
public record Kept(SourcePosition position, Opcode operation, String what, String why) {
}
