/** A memory operand: base + index * scale + displacement, or a symbol relative to RIP; each perhaps in the GS segment. */
package org.peaberry.compiler.encode;

/**
 * @param base         null for RIP-relative operands and absolute offsets
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
        if (symbol != null && (base != null || index != null)) {
            throw new IllegalArgumentException("no register can be added to the RIP-relative address of '" + symbol + "'");
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
        return gs(null, offset);
    }

    /** An offset in the GS segment that a register and a displacement add up to. */
    public static MemoryOperand gs(Register base, int displacement) {
        return new MemoryOperand(base, null, 0, displacement, null, true);
    }
}
