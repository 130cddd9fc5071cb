/** VT-x of the host JVM's tests: fields of the current VMCS are remembered, nothing runs. */
package org.peaberry.arch.cpu;

import java.util.HashMap;
import java.util.Map;

import org.peaberry.runtime.annotation.HostedOnly;

/** A field that was never written reads as zero. Fields are those of every processor, none is refused but read-only ones. */
@HostedOnly
public final class SimulatedVmx {
    /** Bits 10 and 11 of an encoding: the field's kind. Intel SDM vol. 3, table 25-21. */
    private static final int KIND = 3 << 10;
    private static final int READ_ONLY = 1 << 10;

    private final Map<Long, Map<Integer, Long>> regions;
    /** Which processor holds parts of a region. */
    private final Map<Long, SimulatedVmx> activeOn;
    private Map<Integer, Long> current;
    private boolean isOn;
    private int invalidations;

    SimulatedVmx() {
        regions = new HashMap<>();
        activeOn = new HashMap<>();
    }

    /** That of another processor with the same memory. */
    SimulatedVmx(SimulatedVmx other) {
        regions = other.regions;
        activeOn = other.activeOn;
    }

    /** How many times translations were invalidated. */
    public int invalidations() {
        return invalidations;
    }

    /** Whether VMXON was executed. */
    public boolean isOn() {
        return isOn;
    }

    /** Sets any field of the current VMCS, as the processor does at an exit. */
    public void set(int field, long value) {
        current.put(field, value);
    }

    public long read(int field) {
        return current.getOrDefault(field, 0L);
    }

    boolean write(int field, long value) {
        if (current == null || (field & KIND) == READ_ONLY) {
            return false;
        }
        current.put(field, value);
        return true;
    }

    boolean on() {
        isOn = true;
        return true;
    }

    boolean clear(long region) {
        Map<Integer, Long> fields = regions.get(region);
        if (fields != null && fields == current) {
            current = null;
        }
        activeOn.remove(region, this);
        return isOn;
    }

    boolean makeCurrent(long region) {
        SimulatedVmx holder = activeOn.putIfAbsent(region, this);
        if (holder != null && holder != this) {
            throw new IllegalStateException("VMPTRLD of a VMCS that another processor holds");
        }
        current = regions.computeIfAbsent(region, key -> new HashMap<>());
        return isOn;
    }

    boolean invalidate() {
        invalidations++;
        return isOn;
    }
}
