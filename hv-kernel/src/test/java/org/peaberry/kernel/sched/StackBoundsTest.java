/** The bounds that the compiler proves fit the stacks that there are. */
package org.peaberry.kernel.sched;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.CpuStack;
import org.peaberry.arch.trap.Traps;
import org.peaberry.runtime.annotation.BoundedStack;
import org.peaberry.runtime.unboxed.Address;

class StackBoundsTest {
    private static final long PAGE = 4096;
    /** What nasm/traps.asm and the processor push, with room for alignment: org.peaberry.arch.trap.TrapFrame. */
    private static final long TRAP_FRAME = 23 * 8;
    /** An interrupt, an exception in its handler, and one more while that is reported. */
    private static final int NESTED_TRAPS = 3;

    private static long trap() throws Exception {
        return TRAP_FRAME + Traps.class.getMethod("dispatch", long.class).getAnnotation(BoundedStack.class).bytes();
    }

    private static long size(CpuStack stack) {
        Address area = Address.of(0);
        return stack.top(area).distanceFrom(stack.guard(area)) - PAGE;
    }

    @Test
    void theSchedulersLoopAndNestedTrapsFitTheNormalStack() throws Exception {
        long loop = CpuLoop.class.getMethod("run", Cpu.class, GuestRunner.class).getAnnotation(BoundedStack.class).bytes();
        assertTrue(loop + NESTED_TRAPS * trap() <= size(CpuStack.NORMAL));
    }

    @Test
    void aTrapAndOneInItsReportFitTheOtherStacks() throws Exception {
        for (CpuStack stack : new CpuStack[] {CpuStack.NMI, CpuStack.DOUBLE_FAULT, CpuStack.MACHINE_CHECK}) {
            assertTrue(2 * trap() <= size(stack), stack.name());
        }
    }
}
