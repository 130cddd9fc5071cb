/** Operations of the IR; docs/ir.md has them in a table. */
package org.peaberry.compiler.ir;

/**
 * Operands and attribute in parentheses. Checks throw; the instructions they guard do not check again. {@link #isPure} operations may be
 * merged and removed; those with {@link #mayThrow} end a block that has a handler.
 */
public enum Opcode {
    // Values without operands.
    /** attribute: Integer or Long; of FLOAT and DOUBLE the bits. */
    CONST(Trait.PURE),
    NULL(Trait.PURE),
    /** attribute: a host object that the image heap will hold (string literal, class literal, value of a static final field). */
    OBJECT(Trait.PURE),
    /** attribute: Integer index; an instance method's receiver is 0. Stands in the entry block. */
    PARAMETER(Trait.PURE),
    /** One operand per predecessor, in their order. First in the block. */
    PHI(Trait.PURE),
    /** The exception in flight; first instruction after the phis of a handler block. */
    EXCEPTION(Trait.FIXED),

    // Arithmetic on INT or LONG (the operation's type); shifts take an INT count, masked as Java does.
    ADD(Trait.PURE), SUB(Trait.PURE), MUL(Trait.PURE), AND(Trait.PURE), OR(Trait.PURE), XOR(Trait.PURE),
    SHL(Trait.PURE), SHR(Trait.PURE), USHR(Trait.PURE), NEG(Trait.PURE),
    /** Java's signed division; a ZERO_CHECK of the divisor comes before. */
    DIV(Trait.PURE), REM(Trait.PURE),
    INT_TO_LONG(Trait.PURE), LONG_TO_INT(Trait.PURE), INT_TO_BYTE(Trait.PURE), INT_TO_CHAR(Trait.PURE), INT_TO_SHORT(Trait.PURE),
    /** INT to LONG with zeros above. */
    INT_TO_LONG_UNSIGNED(Trait.PURE),
    /** attribute: Condition; two operands of one type; gives INT 0 or 1. */
    COMPARE(Trait.PURE),
    /** LONG, LONG: -1, 0 or 1 as INT (lcmp). */
    COMPARE_THREE_WAY(Trait.PURE),

    // Arithmetic on FLOAT or DOUBLE, as IEEE 754 and JLS §4.2.4 have it. Constants of these types hold the bits of their values.
    FADD(Trait.PURE), FSUB(Trait.PURE), FMUL(Trait.PURE), FDIV(Trait.PURE), FNEG(Trait.PURE),
    /** attribute: Integer -1 or 1, the result when an operand is not a number; otherwise -1, 0 or 1. */
    FCOMPARE(Trait.PURE),
    /** INT or LONG to FLOAT or DOUBLE, and these to each other, rounded to nearest. */
    FCONVERT(Trait.PURE),

    /** attribute: Operation of {@link org.peaberry.runtime.annotation.Intrinsic} that only computes. */
    PURE_INTRINSIC(Trait.PURE),

    // Checks.
    /** (reference). */
    NULL_CHECK(Trait.THROWS),
    /** (index, length). */
    BOUNDS_CHECK(Trait.THROWS),
    /** (INT or LONG divisor). */
    ZERO_CHECK(Trait.THROWS),
    /** (array, value): the value may be stored into the array. */
    STORE_CHECK(Trait.THROWS),
    /** (reference), attribute: ClassInfo; gives the reference. */
    CHECK_CAST(Trait.THROWS),
    /** (reference), attribute: ClassInfo; gives INT 0 or 1. */
    INSTANCE_OF(Trait.PURE),

    // Java memory.
    /** (object), attribute: FieldInfo. */
    GET_FIELD(Trait.READS),
    /** (object, value), attribute: FieldInfo. */
    PUT_FIELD(Trait.WRITES),
    /** attribute: FieldInfo. */
    GET_STATIC(Trait.READS),
    /** (value), attribute: FieldInfo. */
    PUT_STATIC(Trait.WRITES),
    /** (array). */
    ARRAY_LENGTH(Trait.PURE),
    /** (array, index), attribute: MemoryKind. */
    ARRAY_LOAD(Trait.READS),
    /** (array, index, value), attribute: MemoryKind. */
    ARRAY_STORE(Trait.WRITES),
    /** attribute: ClassInfo. */
    NEW(Trait.THROWS),
    /** (length), attribute: ClassInfo of the array type; throws for negative lengths. */
    NEW_ARRAY(Trait.THROWS),

    // Raw memory and the machine: never merged, moved across each other or removed.
    /** (address), attribute: MemoryKind. */
    LOAD(Trait.FIXED),
    /** (address, value), attribute: MemoryKind. */
    STORE(Trait.FIXED),
    /** attribute: Operation of {@link org.peaberry.runtime.annotation.Intrinsic}. SYMBOL_ADDRESS is {@link #SYMBOL}. */
    INTRINSIC(Trait.FIXED),
    /** attribute: String; address of a linker symbol as LONG. */
    SYMBOL(Trait.PURE),
    /** attribute: ClassInfo; its TypeInformation as a reference. */
    TYPE_INFORMATION(Trait.PURE),

    // Calls.
    /** (arguments, receiver first), attribute: Invocation. */
    CALL(Trait.THROWS),

    // Terminators.
    GOTO(Trait.TERMINATOR),
    /** (left, right), attribute: Condition; successors: taken when true, otherwise. */
    BRANCH(Trait.TERMINATOR),
    /** (INT), attribute: int[] keys, ascending; successors: one per key, then the default. */
    SWITCH(Trait.TERMINATOR),
    /** (value) or nothing. */
    RETURN(Trait.TERMINATOR),
    /** (reference, not null): no successor but the block's handler. */
    THROW(Trait.TERMINATOR),
    /** Control never gets here: after a call that does not return. */
    UNREACHABLE(Trait.TERMINATOR);

    private enum Trait { PURE, READS, WRITES, THROWS, FIXED, TERMINATOR }

    private final Trait trait;

    Opcode(Trait trait) {
        this.trait = trait;
    }

    /** Depends on its operands alone and has no effect. */
    public boolean isPure() {
        return trait == Trait.PURE;
    }

    /** May be removed when its value is not used. */
    public boolean isRemovable() {
        return trait == Trait.PURE || trait == Trait.READS;
    }

    /** Can leave through the block's handler. */
    public boolean mayThrow() {
        return trait == Trait.THROWS || this == THROW;
    }

    public boolean isTerminator() {
        return trait == Trait.TERMINATOR;
    }

    /** Operands may be exchanged. */
    public boolean isCommutative() {
        return switch (this) {
            case ADD, MUL, AND, OR, XOR -> true;
            default -> false;
        };
    }

    /** Name in textual IR. */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
