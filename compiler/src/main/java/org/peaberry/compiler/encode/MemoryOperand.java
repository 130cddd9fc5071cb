/** A memory operand: base + index * scale + displacement, a symbol relative to RIP, or an offset in the GS segment. */
package org.peaberry.compiler.encode;

/**
 * @param base         null for RIP-relative and GS operands
 * @param index        null for none; never RSP
 * @param scaleShift   0 to 3
 * @param displacement bytes; for a symbol the addend
 * @param symbol       null unless RIP-relative
 * @param gs           whether the GS segment is overridden
 */
public record MemoryOperand(Register base, Register index, int scaleShift, int displacement, String symbol, boolean gs) implements Operand {
    public MemoryOperand {
        if (index == Register.RSP) {
            throw new IllegalArgumentException("rsp cannot be an index");
        }
    }

    public static MemoryOperand of(Register base, int displacement) {
        return new MemoryOperand(base, null, 0, displacement, null, false);
    }

    public static MemoryOperand indexed(Register base, Register index, int scaleShift, int displacement) {
        return new MemoryOperand(base, index, scaleShift, displacement, null, false);
    }

    public static MemoryOperand symbol(String name, int addend) {
        return new MemoryOperand(null, null, 0, addend, name, false);
    }

    /** An absolute offset in the GS segment. */
    public static MemoryOperand gs(int offset) {
        return new MemoryOperand(null, null, 0, offset, null, true);
    }
}
