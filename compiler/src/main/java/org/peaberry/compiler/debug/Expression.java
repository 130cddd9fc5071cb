/** DWARF expressions: how a debugger computes the place or the value of something. DWARF 5, §7.7.1. */
package org.peaberry.compiler.debug;

import org.peaberry.compiler.emit.ValuePlace;

final class Expression {
    private static final int ADDRESS = 0x03;
    private static final int CONSTANT_SIGNED = 0x11;
    private static final int MINUS = 0x1c;
    private static final int LITERAL_0 = 0x30;
    private static final int REGISTER_0 = 0x50;
    private static final int REGISTER = 0x90;
    private static final int FRAME_BASE_OFFSET = 0x91;
    private static final int DEREFERENCE_SIZE = 0x94;
    private static final int PUSH_OBJECT_ADDRESS = 0x97;
    private static final int CALL_FRAME_CFA = 0x9c;
    private static final int STACK_VALUE = 0x9f;
    /** Registers from here on have no operation of their own. */
    private static final int FIRST_LONG_REGISTER = 32;

    private Expression() {
    }

    /** The frame base of all methods: the stack pointer as it was before the call. */
    static byte[] frameBase() {
        return new DwarfBytes().put8(CALL_FRAME_CFA).toByteArray();
    }

    static byte[] of(ValuePlace place) {
        DwarfBytes bytes = new DwarfBytes();
        if (place instanceof ValuePlace.InRegister in) {
            register(bytes, DwarfRegister.number(in.register()));
        } else if (place instanceof ValuePlace.InFrame in) {
            bytes.put8(FRAME_BASE_OFFSET).putSigned(in.offset());
        } else {
            bytes.put8(CONSTANT_SIGNED).putSigned(((ValuePlace.Constant) place).bits()).put8(STACK_VALUE);
        }
        return bytes.toByteArray();
    }

    private static void register(DwarfBytes bytes, int number) {
        if (number < FIRST_LONG_REGISTER) {
            bytes.put8(REGISTER_0 + number);
        } else {
            bytes.put8(REGISTER).putUnsigned(number);
        }
    }

    static byte[] address(long address) {
        return new DwarfBytes().put8(ADDRESS).put64(address).toByteArray();
    }

    /** An int that lies some bytes before the thing that the expression is about: the length of an array, seen from its elements. */
    static byte[] intBefore(int bytes) {
        return new DwarfBytes().put8(PUSH_OBJECT_ADDRESS, LITERAL_0 + bytes, MINUS, DEREFERENCE_SIZE, Integer.BYTES).toByteArray();
    }
}
