/** Values that need no operand and so are made anew in whatever register they are wanted. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.Assembler;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.ImageLayout;

/**
 * Either bits or, when it is not null, the address of a symbol.
 *
 * @param isFar whether the symbol may be out of reach of RIP: physical addresses are
 */
record Rematerialization(long bits, String symbol, boolean isFar) {
    static boolean isPossible(Instruction value) {
        return switch (value.opcode()) {
            case CONST, NULL, OBJECT, SYMBOL, TYPE_INFORMATION -> true;
            default -> false;
        };
    }

    static Rematerialization of(Instruction value, ImageLayout layout) {
        return switch (value.opcode()) {
            case CONST -> new Rematerialization(bits(value), null, false);
            case NULL -> new Rematerialization(0, null, false);
            case OBJECT -> new Rematerialization(0, layout.objectSymbol(value.attribute()), false);
            case TYPE_INFORMATION -> new Rematerialization(0, layout.typeSymbol(value.attribute(ClassInfo.class)), false);
            default -> new Rematerialization(0, value.attribute(String.class), true);
        };
    }

    /** Register contents of a constant: an INT has zeros above its 32 bits. */
    private static long bits(Instruction constant) {
        return constant.type() == Type.INT || constant.type() == Type.FLOAT ? Integer.toUnsignedLong((int) constant.constantValue()) : constant.constantValue();
    }

    /** Makes it in any place; in memory by way of the scratch register. Changes the flags. */
    void emit(EmissionContext context, Location place) {
        Register target = place instanceof Location.InRegister in ? in.register() : EmissionContext.SCRATCH;
        emit(context.assembler(), target);
        context.move(new Location.InRegister(target), place);
    }

    private void emitVector(Assembler assembler, Register target) {
        if (bits == 0) {
            assembler.rm(Form.XORPS, Width.DOUBLE, target, target);
        } else {
            assembler.moveImmediate(EmissionContext.SCRATCH, bits);
            assembler.rm(Form.MOVD_TO_XMM, Width.QUAD, target, EmissionContext.SCRATCH);
        }
    }

    /** Changes the flags. */
    void emit(Assembler assembler, Register target) {
        if (symbol != null && isFar) {
            assembler.moveSymbol(target, symbol);
        } else if (symbol != null) {
            assembler.rm(Form.LEA, Width.QUAD, target, MemoryOperand.symbol(symbol, 0));
        } else if (target.isVector()) {
            emitVector(assembler, target);
        } else if (bits == 0) {
            assembler.rm(Form.XOR_RM, Width.DOUBLE, target, target);
        } else {
            assembler.moveImmediate(target, bits);
        }
    }
}
