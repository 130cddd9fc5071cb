/** Data of the CPU that runs this code. */
package org.peaberry.arch.cpu;

import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

/** Each access is one instruction with a GS prefix. Valid with interrupts off, as the whole hypervisor runs. */
public final class PerCpu {
    private PerCpu() {
    }

    /** The area of this CPU, for passing it on. */
    @Inline
    public static PerCpuArea area() {
        return RawMemory.at(PerCpuArea.class, Address.of(Processor.perCpuLoad(PerCpuArea.SELF)));
    }

    /** Number of this CPU, from 0. */
    @Inline
    public static int cpuNumber() {
        return (int) Processor.perCpuLoad(PerCpuArea.CPU_NUMBER);
    }

    /** Why this CPU must not go back to its guest yet; 0 when there is nothing. */
    @Inline
    public static long pendingWork() {
        return Processor.perCpuLoad(PerCpuArea.PENDING_WORK);
    }

    /** Adds a reason, numbered 0..63; other CPUs may do so at the same time. */
    public static void raise(int reason) {
        Memory.testAndSetBit(pendingWorkAddress(), reason);
    }

    /** Takes a reason away; tells whether it was there. */
    public static boolean take(int reason) {
        return Memory.testAndClearBit(pendingWorkAddress(), reason);
    }

    /** Takes all reasons at once. */
    public static long takeAll() {
        return Memory.exchangeLong(pendingWorkAddress(), 0);
    }

    /** The word that {@link #setCurrentVcpu} left. */
    @Inline
    public static long currentVcpu() {
        return Processor.perCpuLoad(PerCpuArea.CURRENT_VCPU);
    }

    @Inline
    public static void setCurrentVcpu(long vcpu) {
        Processor.perCpuStore(PerCpuArea.CURRENT_VCPU, vcpu);
    }

    /** One of the virtualization backend's words. */
    @Inline
    public static long virtualizationState(int offset) {
        return Processor.perCpuLoad(PerCpuArea.VIRTUALIZATION_STATE + offset);
    }

    @Inline
    public static void setVirtualizationState(int offset, long value) {
        Processor.perCpuStore(PerCpuArea.VIRTUALIZATION_STATE + offset, value);
    }

    private static long pendingWorkAddress() {
        return Processor.perCpuLoad(PerCpuArea.SELF) + PerCpuArea.PENDING_WORK;
    }
}
