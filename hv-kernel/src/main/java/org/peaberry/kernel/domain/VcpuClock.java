/** What a vCPU's guest is told of time: its clock, and how long it ran. */
package org.peaberry.kernel.domain;

import org.peaberry.kernel.sched.RunState;
import org.peaberry.kernel.time.PvClock;
import org.peaberry.kernel.time.VcpuTimeInfo;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestVirtualAddress;

/**
 * Structures are put together in the upper end of the vCPU's scratch frame and copied to where the guest wants them, word by word with
 * the word that announces the change first and last.
 */
public final class VcpuClock {
    /** Part of the scratch frame that is free for others. */
    public static final int SCRATCH_FREE = 0xf00;
    private static final int RUNSTATE_COPY = SCRATCH_FREE;
    private static final int TIME_COPY = SCRATCH_FREE + 0x80;

    private final Vcpu vcpu;
    private final Runstate runstate = new Runstate();
    private final GuestArea runstateArea;
    private final GuestArea timeArea;

    VcpuClock(Vcpu vcpu) {
        this.vcpu = vcpu;
        this.runstateArea = new GuestArea(vcpu.domain().physicalMap(), vcpu.domain().host().allocator());
        this.timeArea = new GuestArea(vcpu.domain().physicalMap(), vcpu.domain().host().allocator());
    }

    /** Nanoseconds that the vCPU has run. */
    public long runningTime() {
        return runstate.runningTime(vcpu.now());
    }

    /** The present account of run states, in the scratch frame. */
    public RunstateInfo currentRunstate() {
        RunstateInfo copy = runstateCopy();
        runstate.storeAt(copy, vcpu.now());
        return copy;
    }

    /** Registers a second place for the time, which user mode may read. */
    public boolean registerTimeArea(GuestVirtualAddress address) {
        if (address.isZero()) {
            timeArea.unregister();
            return true;
        }
        if (!timeArea.register(vcpu.translation(), address, VcpuTimeInfo.SIZE)) {
            return false;
        }
        publishTime();
        return true;
    }

    /** Registers the area in which the guest follows its run state; false when it is not the guest's memory. */
    public boolean registerRunstateArea(GuestVirtualAddress address) {
        if (address.isZero()) {
            runstateArea.unregister();
            return true;
        }
        if (!runstateArea.register(vcpu.translation(), address, RunstateInfo.SIZE)) {
            return false;
        }
        runstate.store(runstateCopy());
        runstateArea.write(0, vcpu.scratch().plus(RUNSTATE_COPY), RunstateInfo.SIZE);
        return true;
    }

    /** Writes the clock's parameters wherever the guest reads them. */
    public void publishTime() {
        if (!vcpu.events().hasInfo()) {
            return;
        }
        PvClock.publish(vcpu.events().info().time(), vcpu.domain().host().clock(), vcpu.tscOffset());
        if (timeArea.isRegistered()) {
            Address copy = vcpu.scratch().plus(TIME_COPY);
            PvClock.publish(RawMemory.at(VcpuTimeInfo.class, copy), vcpu.domain().host().clock(), vcpu.tscOffset());
            writeTimeArea(copy);
        }
    }

    /** The version is odd while the rest changes. */
    private void writeTimeArea(Address copy) {
        VcpuTimeInfo time = RawMemory.at(VcpuTimeInfo.class, copy);
        int version = time.version();
        time.version(version - 1);
        timeArea.write(0, copy, Integer.BYTES);
        Memory.fence();
        timeArea.write(Long.BYTES, copy.plus(Long.BYTES), VcpuTimeInfo.SIZE - Long.BYTES);
        Memory.fence();
        time.version(version);
        timeArea.write(0, copy, Integer.BYTES);
    }

    /** Guests look at the account while they run, so that changes between two waiting states need not be written. */
    void stateChanged(RunState left, RunState entered, long now) {
        runstate.enter(entered, now);
        boolean isSeen = left == RunState.RUNNING || entered == RunState.RUNNING;
        if (isSeen && runstateArea.isRegistered()) {
            writeRunstate();
        }
    }

    private void writeRunstate() {
        RunstateInfo copy = runstateCopy();
        Address from = vcpu.scratch().plus(RUNSTATE_COPY);
        runstate.store(copy);
        long entry = copy.stateEntryTime();
        boolean announces = vcpu.domain().announcesRunstateUpdates();
        if (announces) {
            copy.stateEntryTime(entry | RunstateInfo.UPDATE);
            runstateArea.write(RunstateInfo.STATE_ENTRY_TIME, from.plus(RunstateInfo.STATE_ENTRY_TIME), Long.BYTES);
            Memory.fence();
        }
        runstateArea.write(0, from, RunstateInfo.SIZE);
        if (announces) {
            Memory.fence();
            copy.stateEntryTime(entry);
            runstateArea.write(RunstateInfo.STATE_ENTRY_TIME, from.plus(RunstateInfo.STATE_ENTRY_TIME), Long.BYTES);
        }
    }

    void retire() {
        runstateArea.unregister();
        timeArea.unregister();
    }

    private RunstateInfo runstateCopy() {
        return RawMemory.at(RunstateInfo.class, vcpu.scratch().plus(RUNSTATE_COPY));
    }
}
