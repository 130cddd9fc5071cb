/** Ranges of values at a block, from what makes them and from the facts that hold there. */
package org.peaberry.compiler.pass;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Type;

final class Ranges {
    private static final int DEPTH = 5;

    private final Facts facts;

    Ranges(Facts facts) {
        this.facts = facts;
    }

    /** The range of an INT or LONG. */
    Range of(Instruction value, Block at) {
        return of(value, at, DEPTH);
    }

    private Range of(Instruction value, Block at, int depth) {
        Range made = depth == 0 ? Range.of(value.type()) : asMade(value, at, depth - 1);
        return value.isConstant() ? made : facts.narrow(value, made, at);
    }

    private Range asMade(Instruction value, Block at, int depth) {
        return switch (value.opcode()) {
            case CONST -> Range.exactly(value.constantValue());
            case COMPARE, INSTANCE_OF -> Range.of(MemoryKind.BOOLEAN);
            case COMPARE_THREE_WAY -> new Range(-1, 1);
            case ARRAY_LENGTH -> new Range(0, Integer.MAX_VALUE);
            case LOAD, ARRAY_LOAD -> Range.of(value.attribute(MemoryKind.class));
            case INT_TO_BYTE -> converted(value, Range.of(MemoryKind.BYTE), at, depth);
            case INT_TO_SHORT -> converted(value, Range.of(MemoryKind.SHORT), at, depth);
            case INT_TO_CHAR -> converted(value, Range.of(MemoryKind.CHAR), at, depth);
            case LONG_TO_INT -> converted(value, Range.of(Type.INT), at, depth);
            case INT_TO_LONG -> of(value.operand(0), at, depth);
            case INT_TO_LONG_UNSIGNED -> converted(value, new Range(0, 0xFFFFFFFFL), at, depth);
            case AND -> Range.masked(of(value.operand(0), at, depth), of(value.operand(1), at, depth), value.type());
            case OR, XOR -> of(value.operand(0), at, depth).joined(of(value.operand(1), at, depth), value.type());
            case SHL -> value.operand(1).isConstant() ? of(value.operand(0), at, depth).shiftedLeft(value) : Range.of(value.type());
            case USHR -> value.operand(1).isConstant() ? of(value.operand(0), at, depth).shiftedRight(value) : Range.of(value.type());
            case ADD -> of(value.operand(0), at, depth).plus(of(value.operand(1), at, depth), value.type());
            default -> Range.of(value.type());
        };
    }

    /** What fits the target is not changed by the conversion. */
    private Range converted(Instruction conversion, Range target, Block at, int depth) {
        Range operand = of(conversion.operand(0), at, depth);
        return operand.isWithin(target) ? operand : target;
    }
}
