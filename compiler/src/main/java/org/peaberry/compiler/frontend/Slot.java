/** A value in a local variable or on the operand stack. */
package org.peaberry.compiler.frontend;

import org.peaberry.compiler.ir.Instruction;

/** @param wide whether the bytecode counts it as two words: long and double, but not an unboxed word */
record Slot(Instruction value, boolean wide) {
}
