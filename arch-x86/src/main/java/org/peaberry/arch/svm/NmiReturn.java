/** The guest's return from a non-maskable interrupt: IRET exits before it runs, and the next one may come behind it only. */
package org.peaberry.arch.svm;

import org.peaberry.arch.cpu.Rflags;

/** When another one waits, IRET is run as a single step; the debug exception behind it is the hypervisor's. AMD APM vol. 2, section 15.20.1. */
final class NmiReturn {
    /** Bits of DR6. Intel SDM vol. 3, section 17.2.3. */
    private static final long SINGLE_STEP = 1L << 14;
    private static final long BREAKPOINTS = 0xf;
    private static final long NOWHERE = -1;

    private final VmcbControl control;
    private final VmcbSave save;
    private long place = NOWHERE;
    private boolean isStepping;
    private boolean hadStepped;

    NmiReturn(VmcbControl control, VmcbSave save) {
        this.control = control;
        this.save = save;
    }

    /** The guest is at the IRET. */
    void begin() {
        place = save.rip();
    }

    /** Whether the IRET has still to be run. */
    boolean isAhead() {
        return save.rip() == place;
    }

    /** Lets an exit follow the IRET; a guest that single-steps it by itself has that already. */
    void step() {
        if (isAhead() && (save.rflags() & Rflags.TRAP) == 0) {
            isStepping = true;
            hadStepped = (save.dr6() & SINGLE_STEP) != 0;
            save.rflags(save.rflags() | Rflags.TRAP);
        }
    }

    /** A debug exception has come: whether it was the end of the step and nothing else. */
    boolean endStep() {
        if (!isStepping) {
            return false;
        }
        isStepping = false;
        place = NOWHERE;
        if (!hadStepped) {
            save.dr6(save.dr6() & ~SINGLE_STEP);
            control.clean(control.clean() & ~CleanBits.DEBUG_REGISTERS);
        }
        return (save.dr6() & BREAKPOINTS) == 0;
    }
}
