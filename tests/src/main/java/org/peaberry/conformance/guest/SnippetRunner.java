/** Runs snippets: a trap leads into them, and the next exception leads back, whatever it is. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.arch.trap.TrapFrame;
import org.peaberry.arch.trap.TrapHandler;
import org.peaberry.arch.trap.Traps;

/** The way in is an XSETBV that no processor accepts, the only instruction of its kind in the image; its handler goes on in the snippet. */
final class SnippetRunner implements TrapHandler {
    static final SnippetRunner INSTANCE = new SnippetRunner();

    /** No extended control register has this number. */
    private static final int NO_REGISTER = 0x7fff_ffff;
    private static final int XSETBV_LENGTH = 3;

    private enum State { IDLE, ENTERING, RUNNING }

    private final Registers saved = new Registers();
    private Registers registers;
    private Outcome outcome;
    private State state = State.IDLE;
    private long returnAddress;
    private long codeSelector;
    private long stackSelector;

    private SnippetRunner() {
    }

    /** Takes all exceptions; a test that took some of them for itself gives them back so. */
    void install() {
        for (int vector = 0; vector < ExceptionVector.COUNT; vector++) {
            ExceptionVector exception = ExceptionVector.of(vector);
            if (exception != null) {
                Traps.handle(exception, this);
            }
        }
    }

    /** Runs the code at {@link GuestMemory#SNIPPET}. */
    void run(Registers start, Outcome end) {
        registers = start;
        outcome = end;
        state = State.ENTERING;
        Processor.writeExtendedControl(NO_REGISTER, 0);
    }

    @Override
    public boolean handle(TrapFrame frame) {
        switch (state) {
            case ENTERING -> enter(frame);
            case RUNNING -> leave(frame);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void enter(TrapFrame frame) {
        state = State.RUNNING;
        saved.loadFrom(frame);
        returnAddress = frame.rip() + XSETBV_LENGTH;
        codeSelector = frame.cs();
        stackSelector = frame.ss();
        registers.storeInto(frame);
        frame.rip(GuestMemory.SNIPPET);
    }

    private void leave(TrapFrame frame) {
        state = State.IDLE;
        outcome.record(frame);
        saved.storeInto(frame);
        frame.rip(returnAddress);
        frame.cs(codeSelector);
        frame.ss(stackSelector);
    }
}
