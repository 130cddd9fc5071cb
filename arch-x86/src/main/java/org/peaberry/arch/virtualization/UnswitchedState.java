/** What the processor does not switch at an entry or exit: vector and debug registers, and TSC_AUX. */
package org.peaberry.arch.virtualization;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;

/** It moves only when a virtual CPU gets or loses its CPU. */
public final class UnswitchedState {
    private final VectorState vectors;
    private final DebugRegisters debugRegisters = new DebugRegisters();
    private final boolean hasTscAux = Cpuid.has(CpuFeature.RDTSCP);
    private long tscAux;

    UnswitchedState(SideArea area) {
        this.vectors = new VectorState(area.vectors());
    }

    /** Puts all of it into this CPU. */
    public void load() {
        vectors.load();
        debugRegisters.load();
        writeTscAux();
    }

    /** Takes out of it what a guest changes without an exit. */
    public void save() {
        vectors.save();
        debugRegisters.save();
    }

    long extendedControl() {
        return vectors.extendedControl();
    }

    void extendedControl(long value) {
        vectors.extendedControl(value);
    }

    long tscAux() {
        return tscAux;
    }

    void tscAux(long value) {
        tscAux = value;
        writeTscAux();
    }

    private void writeTscAux() {
        if (hasTscAux) {
            Processor.writeMsr(Msr.TSC_AUX, tscAux);
        }
    }
}
