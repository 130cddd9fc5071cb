/** Changes single gates of the interrupt descriptor table for a test. Intel SDM vol. 3, section 6.14.1. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.cpu.Selector;
import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.arch.trap.Gate;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

final class Gates {
    /** Not present, otherwise an interrupt gate of privilege 0. */
    private static final byte ABSENT = 0x0E;
    private static final byte OPEN_TO_USERS = (byte) 0xEE;
    /** Present, a task gate: there are none in 64-bit mode. */
    private static final byte TASK_GATE = (byte) 0x85;
    /** The exception by which a test sees that an interrupt has come; no processor raises it here. */
    static final ExceptionVector ARRIVAL = ExceptionVector.VIRTUALIZATION;
    private static final int STUB_SIZE = 16;

    private Gates() {
    }

    static void makeAbsent(int vector) {
        gate(vector).kind(ABSENT);
    }

    static void openToUsers(int vector) {
        gate(vector).kind(OPEN_TO_USERS);
    }

    static void makeTaskGate(int vector) {
        gate(vector).kind(TASK_GATE);
    }

    /** The interrupt ends a snippet like the exception would. */
    static void showAs(int vector, ExceptionVector exception) {
        gate(vector).fill(stub(exception.number()), Selector.CODE, 0);
    }

    /** The interrupt goes on in code of the test's own, on the stack in use. */
    static void leadTo(int vector, long address) {
        gate(vector).fill(Address.of(address), Selector.CODE, 0);
    }

    /** Takes the segment of the gate's handler from another selector. */
    static void useSelector(int vector, int selector) {
        gate(vector).selector((short) selector);
    }

    static void useStack(int vector, int interruptStack) {
        gate(vector).interruptStack((byte) interruptStack);
    }

    /** As the program has made it. */
    static void restore(int vector) {
        ExceptionVector exception = ExceptionVector.of(vector);
        gate(vector).fill(stub(vector), Selector.CODE, exception == null ? 0 : exception.stack().interruptStack());
    }

    private static Address stub(int vector) {
        return RawMemory.symbol("trap_stubs").plus((long) vector * STUB_SIZE);
    }

    private static Gate gate(int vector) {
        return RawMemory.at(Gate.class, RawMemory.symbol("trap_table").plus((long) vector * Gate.SIZE));
    }
}
