/** Interrupts of the machine's devices on their way to dom0, and dom0's say about them on their way to the machine. */
package org.peaberry.kernel.interrupt;

import org.peaberry.arch.apic.InterruptLines;
import org.peaberry.arch.trap.InterruptHandler;

/**
 * An edge becomes a pulse on dom0's pin. A level is masked at the machine's I/O APIC until dom0 has finished the interrupt: the
 * processor is free at once, and an insistent device interrupts dom0 again and not the hypervisor.
 */
public final class DeviceInterrupts implements IoApicOwner, InterruptHandler {
    /** Where the processor is told that an interrupt was taken, and dom0's pins. */
    public interface Ends {
        void endOfInterrupt();

        void setLine(int gsi, boolean asserted);
    }

    private final InterruptLines lines;
    private final Ends ends;
    private final int destination;
    private final boolean[] isReserved = new boolean[InterruptLines.MAXIMUM_LINES];
    private final boolean[] isRouted = new boolean[InterruptLines.MAXIMUM_LINES];
    private final boolean[] isLevel = new boolean[InterruptLines.MAXIMUM_LINES];
    private final boolean[] isActiveLow = new boolean[InterruptLines.MAXIMUM_LINES];
    private final boolean[] isAsserted = new boolean[InterruptLines.MAXIMUM_LINES];
    private final boolean[] isMasked = new boolean[InterruptLines.MAXIMUM_LINES];

    /** @param destination local APIC id of the CPU that takes the interrupts */
    public DeviceInterrupts(InterruptLines lines, Ends ends, int destination) {
        this.lines = lines;
        this.ends = ends;
        this.destination = destination;
    }

    /** Keeps a line for the hypervisor: what dom0 does to its pin has no effect. */
    public void reserve(int line) {
        isReserved[line] = true;
    }

    @Override
    public void handle(int vector) {
        int line = lines.lineOf(vector);
        if (line == InterruptLines.NO_LINE) {
            ends.endOfInterrupt();
            return;
        }
        if (isLevel[line]) {
            lines.mask(line);
            isAsserted[line] = true;
            ends.endOfInterrupt();
            ends.setLine(line, true);
        } else {
            ends.endOfInterrupt();
            ends.setLine(line, true);
            ends.setLine(line, false);
        }
    }

    @Override
    public void pinConfigured(int gsi, boolean levelTriggered, boolean activeLow) {
        if (!isUsable(gsi)) {
            return;
        }
        if (!isRouted[gsi] || isLevel[gsi] != levelTriggered || isActiveLow[gsi] != activeLow) {
            isRouted[gsi] = lines.route(gsi, levelTriggered, activeLow, destination) >= 0;
            isLevel[gsi] = levelTriggered;
            isActiveLow[gsi] = activeLow;
        }
        isMasked[gsi] = false;
        if (isRouted[gsi] && !isAsserted[gsi]) {
            lines.unmask(gsi);
        }
    }

    @Override
    public void pinMasked(int gsi) {
        if (isUsable(gsi) && isRouted[gsi]) {
            isMasked[gsi] = true;
            lines.mask(gsi);
        }
    }

    @Override
    public void pinEndOfInterrupt(int gsi) {
        if (!isUsable(gsi) || !isAsserted[gsi]) {
            return;
        }
        isAsserted[gsi] = false;
        ends.setLine(gsi, false);
        if (!isMasked[gsi]) {
            lines.unmask(gsi);
        }
    }

    private boolean isUsable(int gsi) {
        return lines.exists(gsi) && !isReserved[gsi];
    }
}
