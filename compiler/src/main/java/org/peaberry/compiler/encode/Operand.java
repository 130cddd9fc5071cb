/** What a ModRM byte's r/m field can name: a register or memory. */
package org.peaberry.compiler.encode;

public sealed interface Operand permits Register, MemoryOperand {
}
