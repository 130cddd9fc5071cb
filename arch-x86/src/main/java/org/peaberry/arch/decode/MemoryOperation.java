/** What an instruction does with its operand in memory. */
package org.peaberry.arch.decode;

/** Left operand of arithmetic is the instruction's destination. */
public enum MemoryOperation {
    /** Memory to register. */
    LOAD(true, false),
    /** Register or immediate to memory. */
    STORE(false, true),
    EXCHANGE(true, true),
    ADD(true, true),
    OR(true, true),
    /** ADC. */
    ADD_CARRY(true, true),
    /** SBB. */
    SUBTRACT_BORROW(true, true),
    AND(true, true),
    SUBTRACT(true, true),
    XOR(true, true),
    COMPARE(true, false),
    TEST(true, false),
    NOT(true, true),
    NEGATE(true, true),
    INCREMENT(true, true),
    DECREMENT(true, true),
    BIT_TEST(true, false),
    BIT_SET(true, true),
    BIT_RESET(true, true),
    BIT_COMPLEMENT(true, true),
    /** XADD. */
    EXCHANGE_ADD(true, true),
    /** CMPXCHG. */
    COMPARE_EXCHANGE(true, true),
    /** STOS. */
    STORE_STRING(false, true),
    /** LODS. */
    LOAD_STRING(true, false),
    /** MOVS: between two places in memory. */
    MOVE_STRING(true, true);

    private final boolean readsMemory;
    private final boolean writesMemory;

    MemoryOperation(boolean readsMemory, boolean writesMemory) {
        this.readsMemory = readsMemory;
        this.writesMemory = writesMemory;
    }

    public boolean readsMemory() {
        return readsMemory;
    }

    /** With a register as destination it does not, see {@link DecodedAccess#isToRegister}. */
    public boolean writesMemory() {
        return writesMemory;
    }
}
