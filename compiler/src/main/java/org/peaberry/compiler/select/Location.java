/** Where an allocated value is: a register, or a slot of the frame. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.Register;

public sealed interface Location {
    /** In a register. */
    record InRegister(Register register) implements Location {
    }

    /** In an 8-byte slot of the method's frame; slots are numbered from 0. */
    record InSlot(int slot) implements Location {
    }

    /** On the stack where the caller put the argument of that number beyond the register arguments. */
    record IncomingArgument(int index) implements Location {
    }

    /** On the stack where a callee expects it. */
    record OutgoingArgument(int index) implements Location {
    }
}
