/** Division and remainder by a constant become a multiplication and shifts. */
package org.peaberry.compiler.lower;

import java.util.ArrayList;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.runtime.annotation.Intrinsic.Operation;

/** A division takes the processor 20 to 40 cycles, a multiplication three. */
public final class ConstantDivision {
    private final Graph graph;
    private final Instruction division;
    private final Instruction dividend;
    private final Type type;

    private ConstantDivision(Graph graph, Instruction division) {
        this.graph = graph;
        this.division = division;
        dividend = division.operand(0);
        type = division.type();
    }

    /** Replaces all of a graph's divisions by constants. */
    public static void lower(Graph graph) {
        for (Block block : graph.blocks()) {
            for (Instruction instruction : new ArrayList<>(block.instructions())) {
                if (isByConstant(instruction)) {
                    new ConstantDivision(graph, instruction).replace(instruction.operand(1).constantValue());
                }
            }
        }
    }

    private static boolean isByConstant(Instruction instruction) {
        boolean divides = instruction.opcode() == Opcode.DIV || instruction.opcode() == Opcode.REM;
        if (!divides || !instruction.operand(1).isConstant()) {
            return false;
        }
        long divisor = instruction.operand(1).constantValue();
        long least = instruction.type() == Type.INT ? Integer.MIN_VALUE : Long.MIN_VALUE;
        return divisor != least && Math.abs(divisor) >= 2;
    }

    private void replace(long divisor) {
        Instruction quotient = type == Type.INT ? intQuotient(Math.abs(divisor)) : longQuotient(Math.abs(divisor));
        Instruction result;
        if (division.opcode() == Opcode.REM) {
            Instruction multiple = insert(Opcode.MUL, type, null, quotient, constant(type, Math.abs(divisor)));
            result = insert(Opcode.SUB, type, null, dividend, multiple);
        } else {
            result = divisor < 0 ? insert(Opcode.NEG, type, null, quotient) : quotient;
        }
        division.replaceUsesWith(result);
        division.remove();
    }

    private Instruction intQuotient(long divisor) {
        Reciprocal reciprocal = Reciprocal.of(divisor, Integer.SIZE);
        Instruction wide = insert(Opcode.INT_TO_LONG, Type.LONG, null, dividend);
        Instruction product = insert(Opcode.MUL, Type.LONG, null, wide, constant(Type.LONG, reciprocal.multiplier().longValueExact()));
        Instruction shifted = shift(Opcode.SHR, Type.LONG, product, Integer.SIZE + reciprocal.shift());
        return roundToZero(insert(Opcode.LONG_TO_INT, Type.INT, null, shifted), Integer.SIZE - 1);
    }

    /** A multiplier that is negative as a long is too small by 2 to the 64: the dividend is missing from the upper half. */
    private Instruction longQuotient(long divisor) {
        Reciprocal reciprocal = Reciprocal.of(divisor, Long.SIZE);
        long multiplier = reciprocal.multiplier().longValue();
        Instruction upper = insert(Opcode.PURE_INTRINSIC, Type.LONG, Operation.MULTIPLY_HIGH, dividend, constant(Type.LONG, multiplier));
        Instruction whole = multiplier < 0 ? insert(Opcode.ADD, Type.LONG, null, upper, dividend) : upper;
        Instruction shifted = reciprocal.shift() == 0 ? whole : shift(Opcode.SHR, Type.LONG, whole, reciprocal.shift());
        return roundToZero(shifted, Long.SIZE - 1);
    }

    private Instruction roundToZero(Instruction floor, int signBit) {
        return insert(Opcode.ADD, type, null, floor, shift(Opcode.USHR, type, dividend, signBit));
    }

    private Instruction shift(Opcode opcode, Type ofType, Instruction value, int bits) {
        return insert(opcode, ofType, null, value, constant(Type.INT, bits));
    }

    private Instruction constant(Type ofType, long value) {
        return insert(Opcode.CONST, ofType, ofType == Type.INT ? (Object) (int) value : (Object) value);
    }

    private Instruction insert(Opcode opcode, Type ofType, Object attribute, Instruction... operands) {
        Block block = division.block();
        Instruction instruction = graph.create(opcode, ofType, attribute, operands).at(division.position());
        return block.insert(block.instructions().indexOf(division), instruction);
    }
}
