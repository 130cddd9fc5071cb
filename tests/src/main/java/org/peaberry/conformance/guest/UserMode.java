/** Runs code with privilege 3 in a page of its own. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.cpu.PerCpu;
import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

/** The breakpoint that ends the code may be reached by user programs as long as this is installed. */
final class UserMode {
    static final int CODE_PAGE = 0;
    static final int STACK_PAGE = 1;
    /** In the task state: the stack pointer of privilege 0. Intel SDM vol. 3, figure 8-11. */
    private static final long STACK_OF_PRIVILEGE_0 = 4;

    private UserMode() {
    }

    static void install() {
        Segments.install();
        GuestPages.install();
        Address taskState = RawMemory.addressOf(PerCpu.area().taskState());
        taskState.store(STACK_OF_PRIVILEGE_0, TestMemory.KERNEL_STACK_TOP);
        Gates.openToUsers(ExceptionVector.BREAKPOINT.number());
    }

    static void remove() {
        Gates.restore(ExceptionVector.BREAKPOINT.number());
        GuestPages.remove();
        Segments.remove();
    }

    static Outcome run(FarCode code, Registers registers) {
        registers.stackPointer(GuestPages.address(STACK_PAGE) + GuestPages.SIZE);
        return code.run(GuestPages.address(CODE_PAGE), Segments.USER_CODE | Segments.USER, Segments.USER_DATA | Segments.USER, registers);
    }

    /** As {@link Trial#ending(Outcome)}, with the offset from the first byte of the user's code. */
    static long ending(Outcome outcome) {
        return Trial.ending(outcome.vector(), FarCode.offsetFrom(GuestPages.address(CODE_PAGE), outcome), outcome.errorCode());
    }
}
