/** The general registers, in the order of a trap frame. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.trap.TrapFrame;

enum GeneralRegister {
    R15, R14, R13, R12, R11, R10, R9, R8, RDI, RSI, RBP, RBX, RDX, RCX, RAX;

    /** See {@link TrapFrame#general}. */
    int place() {
        return ordinal();
    }
}
