/** Opens interrupts for a moment, to see which one comes. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.compiler.encode.Form;

/** Vectors of the tests show themselves as {@link Gates#ARRIVAL}; which of them it was the local APIC knows. */
final class Acceptance {
    static final int NONE = -1;
    /** Vectors of classes 4, 5 and 6. */
    static final int LOW = 0x41;
    static final int LOW_TOO = 0x42;
    static final int MIDDLE = 0x51;
    static final int HIGH = 0x61;
    static final int ERROR = 0x71;
    private static final int[] VECTORS = {LOW, LOW_TOO, MIDDLE, HIGH, ERROR};

    private static final Snippet WINDOW = code().form(Form.STI).nops(2).form(Form.CLI).snippet();

    private Acceptance() {
    }

    static void install() {
        for (int vector : VECTORS) {
            Gates.showAs(vector, Gates.ARRIVAL);
        }
    }

    static void remove() {
        for (int vector : VECTORS) {
            Gates.restore(vector);
        }
    }

    /** The vector that came, now in service, or {@link #NONE}. */
    static int next(ApicRegisters apic) {
        Outcome outcome = WINDOW.run();
        return outcome.is(Gates.ARRIVAL) ? apic.served() : NONE;
    }

    /** Takes and ends everything that is pending. */
    static void drain(ApicRegisters apic) {
        while (next(apic) != NONE) {
            apic.endOfInterrupt();
        }
    }
}
