/** Is told where the instructions with memory operands are. */
package org.peaberry.compiler.encode;

public interface AccessListener {
    /**
     * @param operand the very object that the assembler was given
     * @param start   position of the instruction's first byte
     */
    void accesses(MemoryOperand operand, int start);
}
