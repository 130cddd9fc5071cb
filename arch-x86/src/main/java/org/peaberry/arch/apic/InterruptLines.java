/** All device lines of the machine: which I/O APIC has them, and which vector they arrive on. */
package org.peaberry.arch.apic;

import org.peaberry.arch.acpi.InterruptTopology;
import org.peaberry.runtime.annotation.NoAllocation;

/** A line is a global system interrupt. A vector is given to a line when it is first routed, and stays its own. */
public final class InterruptLines {
    /** Lines that can be handled: one for each device vector. */
    public static final int MAXIMUM_LINES = 256;
    /** {@link #lineOf} for a vector that no line has. */
    public static final int NO_LINE = -1;

    private static final int VECTORS = 256;

    private final IoApic[] ioApics;
    private final int[] vectorOfLine = new int[MAXIMUM_LINES];
    private final int[] lineOfVector = new int[VECTORS];
    private int nextVector = Vector.DEVICE_FIRST;

    /** @param ioApics all of the machine's; all their pins become masked */
    public InterruptLines(IoApic[] ioApics) {
        this.ioApics = ioApics;
        for (int i = 0; i < VECTORS; i++) {
            lineOfVector[i] = NO_LINE;
        }
        for (IoApic ioApic : ioApics) {
            ioApic.maskAll();
        }
    }

    /** Whether there is a pin for the line. */
    public boolean exists(int line) {
        return line >= 0 && line < MAXIMUM_LINES && owner(line) != null;
    }

    /** Pins of the I/O APIC whose first line this is; 0 when there is none. */
    public int pinsFrom(int line) {
        for (IoApic ioApic : ioApics) {
            if (ioApic.firstLine() == line) {
                return ioApic.pins();
            }
        }
        return 0;
    }

    /**
     * Directs a line to a CPU; it stays masked.
     *
     * @param destination local APIC id
     * @return its vector, or -1 when there is no such line or no vector left
     */
    public int route(int line, boolean level, boolean activeLow, int destination) {
        if (!exists(line)) {
            return -1;
        }
        int vector = vectorOfLine[line];
        if (vector == 0) {
            if (nextVector > Vector.DEVICE_LAST) {
                return -1;
            }
            vector = nextVector++;
            vectorOfLine[line] = vector;
            lineOfVector[vector] = line;
        }
        IoApic owner = owner(line);
        owner.route(line - owner.firstLine(), vector, level, activeLow, destination);
        return vector;
    }

    /** Routes a line with the trigger and polarity that firmware announces. */
    public int route(int line, InterruptTopology topology, int destination) {
        return route(line, topology.isLevel(line), topology.isActiveLow(line), destination);
    }

    /** The line that arrives on a vector, or {@link #NO_LINE}. */
    @NoAllocation(reason = "interrupt path")
    public int lineOf(int vector) {
        return lineOfVector[vector];
    }

    /** No more interrupts from a line that exists. */
    @NoAllocation(reason = "interrupt path")
    public void mask(int line) {
        IoApic owner = owner(line);
        owner.mask(line - owner.firstLine());
    }

    /** Interrupts again from a line that was routed. */
    @NoAllocation(reason = "interrupt path")
    public void unmask(int line) {
        IoApic owner = owner(line);
        owner.unmask(line - owner.firstLine());
    }

    private IoApic owner(int line) {
        for (IoApic ioApic : ioApics) {
            if (ioApic.hasLine(line)) {
                return ioApic;
            }
        }
        return null;
    }
}
