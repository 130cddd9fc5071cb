/** Adds up the instructions of the hypervisor between the stops of one run. */
package org.peaberry.bench.bochs;

import java.util.Map;

import org.peaberry.boot.host.BuildException;

/** While the CPU is halted the counter goes on, but nobody executes. */
final class HypervisorTime {
    /** Of a trap's stub, in front of where the debugger stops: push, push, jmp (arch-x86, nasm/traps.asm). */
    private static final int STUB_INSTRUCTIONS = 3;
    /** boot-grub/src/main/c/mark.h, as the debugger shows it: other programs have other instructions at the same address. */
    private static final String MARK_INIT = "0f1f8001424550";

    private enum State { NOT_STARTED, HYPERVISOR, GUEST, HALTED }

    private final Map<Long, StopKind> places;
    private State state = State.NOT_STARTED;
    private long since;
    private long instructions;
    private long entries;
    private long beforeGuest;
    private BootCounts atInit;

    /** @param places what the stops' addresses are */
    HypervisorTime(Map<Long, StopKind> places) {
        this.places = places;
    }

    void add(Stop stop) {
        StopKind kind = places.get(stop.address());
        if (kind == null) {
            return;
        }
        switch (kind) {
            case START -> start(stop);
            case ENTRY -> enter(stop);
            case EXIT -> leave(stop);
            case IDLE -> halt(stop);
            case TRAP -> trap(stop);
            case INIT -> init(stop);
        }
    }

    private void start(Stop stop) {
        if (state == State.NOT_STARTED) {
            resume(stop.ticks());
        }
    }

    private void resume(long ticks) {
        state = State.HYPERVISOR;
        since = ticks;
    }

    /** The instruction at the stop is the last one that counts. */
    private void pause(Stop stop, State next) {
        if (state == State.HYPERVISOR) {
            instructions += stop.ticks() + 1 - since;
            state = next;
        }
    }

    private void enter(Stop stop) {
        pause(stop, State.GUEST);
        beforeGuest = entries == 0 ? instructions : beforeGuest;
        entries++;
    }

    private void leave(Stop stop) {
        if (state == State.GUEST) {
            resume(stop.ticks());
        }
    }

    private void halt(Stop stop) {
        pause(stop, State.HALTED);
    }

    private void trap(Stop stop) {
        if (state == State.HALTED) {
            resume(stop.ticks() - STUB_INSTRUCTIONS);
        }
    }

    private void init(Stop stop) {
        if (state == State.GUEST && atInit == null && stop.code().equals(MARK_INIT)) {
            atInit = new BootCounts(instructions, beforeGuest, entries);
        }
    }

    /** What there was when dom0's init started. @throws BuildException when it did not */
    BootCounts atInit() {
        if (atInit == null) {
            throw new BuildException("the run in Bochs ended before dom0's init, after " + entries + " guest entries");
        }
        return atInit;
    }
}
