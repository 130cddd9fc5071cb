/** Operands as NASM writes them. */
package org.peaberry.compiler.encode;

final class NasmSyntax {
    /** Distance of the symbol of RIP-relative operands from the start of the instruction. */
    static final int SYMBOL_ADDRESS = 0x1000;

    private NasmSyntax() {
    }

    /** With the operand's size. */
    static String operand(Operand operand, Width width) {
        if (operand instanceof Register register) {
            return register.name(width);
        }
        String size = switch (width) {
            case BYTE -> "byte ";
            case WORD -> "word ";
            case DOUBLE -> "dword ";
            case QUAD -> "qword ";
        };
        return size + memory((MemoryOperand) operand);
    }

    static String memory(MemoryOperand memory) {
        if (memory.symbol() != null) {
            return "[rel $+" + (SYMBOL_ADDRESS + memory.displacement()) + "]";
        }
        StringBuilder text = new StringBuilder("[").append(memory.gs() ? "gs:" : "");
        if (memory.base() == null && memory.index() == null) {
            return text.append("abs ").append(memory.displacement()).append(']').toString();
        }
        if (memory.base() != null) {
            text.append(memory.base().name(Width.QUAD));
        }
        if (memory.index() != null) {
            text.append(memory.base() == null ? "nosplit " : "+").append(memory.index().name(Width.QUAD)).append('*')
                    .append(1 << memory.scaleShift());
        }
        return text.append(memory.displacement() < 0 ? "" : "+").append(memory.displacement()).append(']').toString();
    }
}
