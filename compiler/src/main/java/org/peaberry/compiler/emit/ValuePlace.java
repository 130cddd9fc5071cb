/** Where a debugger finds the value of a variable. */
package org.peaberry.compiler.emit;

import org.peaberry.compiler.encode.Register;

public sealed interface ValuePlace {
    /** In a register. */
    record InRegister(Register register) implements ValuePlace {
    }

    /** In the method's frame: bytes from the stack pointer as it was before the call, which is just above the return address. */
    record InFrame(int offset) implements ValuePlace {
    }

    /** Nowhere: it is always that number, or a reference whose bits these are. */
    record Constant(long bits) implements ValuePlace {
    }
}
