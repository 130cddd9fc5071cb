/** Where every exception and interrupt arrives in Java, and goes to its handler. */
package org.peaberry.arch.trap;

import org.peaberry.runtime.annotation.BoundedStack;
import org.peaberry.runtime.annotation.Entrypoint;
import org.peaberry.runtime.annotation.NoAllocation;
import org.peaberry.runtime.annotation.NoFloatingPoint;
import org.peaberry.runtime.annotation.Shared;
import org.peaberry.runtime.exception.StackTrace;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.platform.Platform;
import org.peaberry.runtime.unboxed.Address;

/** An exception that nobody takes is reported with all registers, and ends the machine: the hypervisor itself is broken. */
public final class Traps {
    /** How the platform is asked to end after a fatal trap. */
    public static final int PANIC_STATUS = 3;

    private static final TrapHandler[] EXCEPTIONS = new TrapHandler[ExceptionVector.COUNT];
    private static final InterruptHandler[] INTERRUPTS = new InterruptHandler[TrapTable.VECTORS];
    @Shared(reason = "written at boot, before traps are expected")
    private static TrapReport report;
    @Shared(reason = "a second trap, wherever it comes, only ends the machine without a word")
    private static boolean dying;

    private Traps() {
    }

    /** Where fatal traps are reported; to be called while the heap is open. */
    public static void reportTo(StackTrace.Printer target) {
        report = new TrapReport(target);
    }

    /** Registers the handler of an exception, in the place of the one before. */
    public static void handle(ExceptionVector vector, TrapHandler handler) {
        EXCEPTIONS[vector.number()] = handler;
    }

    /** Registers the handler of an interrupt vector from 32 on, in the place of the one before. */
    public static void handle(int vector, InterruptHandler handler) {
        if (vector < ExceptionVector.COUNT) {
            throw new IllegalArgumentException("an interrupt cannot have the vector of an exception");
        }
        INTERRUPTS[vector] = handler;
    }

    /** Called by nasm/traps.asm with the address of a {@link TrapFrame}. */
    @Entrypoint("trap_dispatch")
    @NoAllocation(reason = "traps and interrupts come at any time")
    @BoundedStack(bytes = 3 << 10, reason = "traps come on top of whatever runs, and to stacks of three pages")
    @NoFloatingPoint(reason = "what a trap interrupts keeps its vector registers: nobody saves them")
    public static void dispatch(long frameAddress) {
        TrapFrame frame = RawMemory.at(TrapFrame.class, Address.of(frameAddress));
        int vector = (int) frame.vector();
        if (vector >= ExceptionVector.COUNT) {
            InterruptHandler handler = INTERRUPTS[vector];
            if (handler != null) {
                handler.handle(vector);
                return;
            }
        } else if (EXCEPTIONS[vector] != null && EXCEPTIONS[vector].handle(frame)) {
            return;
        }
        die(frame);
    }

    /** A machine check ended a guest's run: the host's hardware has failed, whoever used it. Reports it and ends the machine. */
    public static void machineCheckInGuest() {
        if (!dying && report != null) {
            dying = true;
            report.printMachineCheckInGuest();
        }
        Platform.current().exit(PANIC_STATUS);
    }

    /** A trap during the report of a trap says no more. */
    private static void die(TrapFrame frame) {
        if (!dying && report != null) {
            dying = true;
            report.print(frame);
        }
        Platform.current().exit(PANIC_STATUS);
    }
}
