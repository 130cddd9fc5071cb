/** A virtual CPU of a domain: what the kernel knows of it besides its registers. */
package org.peaberry.kernel.domain;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.kernel.event.UpcallTarget;
import org.peaberry.kernel.event.VcpuEvents;
import org.peaberry.kernel.event.VirtualInterrupt;
import org.peaberry.kernel.memory.AddressTranslation;
import org.peaberry.kernel.memory.FrameReference;
import org.peaberry.kernel.sched.Cpu;
import org.peaberry.kernel.sched.RunState;
import org.peaberry.kernel.sched.Schedulable;
import org.peaberry.runtime.annotation.Owned;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.HostFrame;

/** Starts offline; {@link #bringUp} lets it run. */
public final class Vcpu extends Schedulable implements UpcallTarget {
    /** Deadlines from here on, in nanoseconds, are beyond any machine's life. */
    private static final long NEVER = 1L << 62;

    private final Domain domain;
    private final int index;
    private final Cpu cpu;
    @Owned
    private final HostFrame scratch;
    private final AddressTranslation translation;
    private final VcpuEvents events = new VcpuEvents(this);
    private final VcpuClock clock;
    private final VcpuTimer singleShot = new VcpuTimer(this);
    private final VcpuTimer periodic = new VcpuTimer(this);
    private final PollTimer pollTimer = new PollTimer(this);
    private VirtualCpu processor;
    private VcpuDevices devices;
    private int upcallVector;
    private boolean isUp;
    private boolean isInitialised;
    private boolean hasMovedInfo;
    /** Blocked until a non-maskable interrupt. */
    private boolean isDeaf;
    /** Host frame number of the moved info. */
    @Owned
    private long infoFrame;

    /** Made by {@link Domain#addVcpu}. */
    Vcpu(Domain domain, int index, Cpu cpu, @Owned HostFrame scratch, AddressTranslation translation) {
        this.domain = domain;
        this.index = index;
        this.cpu = cpu;
        this.scratch = scratch;
        this.translation = translation;
        this.clock = new VcpuClock(this);
    }

    public Domain domain() {
        return domain;
    }

    public int index() {
        return index;
    }

    /** The CPU it runs on. */
    public Cpu cpu() {
        return cpu;
    }

    public VcpuEvents events() {
        return events;
    }

    public VcpuClock clock() {
        return clock;
    }

    /** Gives it its processor; before it runs. */
    public void attachProcessor(VirtualCpu newProcessor) {
        processor = newProcessor;
    }

    public VirtualCpu processor() {
        return processor;
    }

    /** What its time-stamp counter is ahead of the host's. */
    long tscOffset() {
        return processor == null ? 0 : processor.tscOffset();
    }

    /** How its guest's linear addresses are translated. */
    public AddressTranslation translation() {
        return translation;
    }

    /** A frame of the hypervisor's for what this vCPU passes or is told. */
    public Address scratch() {
        return DirectMap.addressOf(scratch);
    }

    HostFrame scratchFrame() {
        return scratch;
    }

    /** Gives it its emulated devices; before it runs. */
    public void attachDevices(VcpuDevices newDevices) {
        devices = newDevices;
    }

    public VcpuDevices devices() {
        return devices;
    }

    /** Whether it has an initial state to start with. */
    public boolean isInitialised() {
        return isInitialised;
    }

    public void markInitialised() {
        isInitialised = true;
    }

    public boolean isUp() {
        return isUp;
    }

    /** Lets it run. */
    public void bringUp() {
        if (!isUp) {
            isUp = true;
            isDeaf = false;
            cpu.queue().resume(this, now());
        }
    }

    /** Stops it until {@link #bringUp}. */
    public void takeDown() {
        if (isUp) {
            isUp = false;
            cpu.queue().pause(this, now());
        }
    }

    /** Waits for an interrupt or event, unless there is one already. */
    public void block() {
        cpu.queue().block(this, now());
        if (hasReasonToWake()) {
            wake();
        }
    }

    /** Waits for a non-maskable interrupt: the guest has halted with interrupts off. */
    public void blockWithInterruptsOff() {
        cpu.queue().block(this, now());
        isDeaf = true;
        if (devices.hasNonMaskableInterrupt()) {
            wake();
        }
    }

    /** Ends {@link #block}. */
    public void wake() {
        isDeaf = false;
        cpu.queue().wake(this, now());
    }

    /** Waits for an event on a port (or any: {@link VcpuEvents#ANY_PORT}), or until a system time; 0 waits without limit. */
    public void poll(int port, long deadline) {
        events.poll(port);
        cpu.queue().block(this, now());
        if (deadline != 0 && Long.compareUnsigned(deadline, NEVER) < 0) {
            cpu.timers().set(pollTimer, deadline);
        }
    }

    /** Ends {@link #poll} before an event came. */
    public void endPoll() {
        events.stopPolling();
        pollDone();
    }

    public void yield() {
        cpu.queue().yield(this);
    }

    /** Vector that events of this vCPU raise in its local APIC, or 0 when the domain's {@link Upcall} applies. */
    public void upcallVector(int vector) {
        upcallVector = vector;
    }

    public int upcallVector() {
        return upcallVector;
    }

    /** Vector to inject directly because an upcall is due, or 0; the guest's flag is cleared by the guest. */
    public int directUpcallVector() {
        return upcallVector == 0 && domain.upcall().vector() != 0 && events.isUpcallPending() ? domain.upcall().vector() : 0;
    }

    /** VIRQ_TIMER once at a system time, unsigned; at once when that is past, never when it is centuries away. */
    public void setSingleShotTimer(long deadline) {
        if (Long.compareUnsigned(deadline, NEVER) >= 0) {
            singleShot.stop();
        } else if (deadline <= now()) {
            singleShot.stop();
            domain.events().raise(VirtualInterrupt.TIMER, index);
        } else {
            singleShot.start(deadline, 0);
        }
    }

    public void stopSingleShotTimer() {
        singleShot.stop();
    }

    /** VIRQ_TIMER every period nanoseconds. */
    public void setPeriodicTimer(long period) {
        periodic.start(now() + period, period);
    }

    public void stopPeriodicTimer() {
        periodic.stop();
    }

    /** The domain's event line follows what the guest has left of its upcall flag; called on the way into the guest. */
    public void updateUpcallLine() {
        if (upcallVector == 0 && index == 0) {
            domain.upcall().setLine(domain.devices(), events.isUpcallPending());
        }
    }

    /** Whether its shared info is where the guest put it. */
    public boolean hasMovedInfo() {
        return hasMovedInfo;
    }

    /** Moves its shared info to guest memory, which it holds by the reference from now on, and publishes the time there. */
    public void moveInfo(@Owned FrameReference held, Address place) {
        hasMovedInfo = true;
        infoFrame = held.frame().toLong();
        events.moveInfo(place);
        clock.publishTime();
    }

    @Override
    public void upcallPending() {
        if (upcallVector != 0) {
            devices.requestInterrupt(upcallVector);
        } else {
            updateUpcallLine();
        }
        notifyInterrupt();
    }

    /** Something may have become deliverable: wakes the vCPU and makes it look. */
    public void notifyInterrupt() {
        post(PendingWork.INTERRUPT);
        if (events.isPolling()) {
            endPoll();
        } else if (!isDeaf || devices.hasNonMaskableInterrupt()) {
            wake();
        }
    }

    @Override
    public void pollDone() {
        cpu.timers().cancel(pollTimer);
        wake();
    }

    @Override
    protected void stateChanged(RunState left, RunState entered, long now) {
        clock.stateChanged(left, entered, now);
    }

    /** Stops everything that could still happen to it: the domain ends. */
    void retire() {
        stopSingleShotTimer();
        stopPeriodicTimer();
        cpu.timers().cancel(pollTimer);
        clock.retire();
        if (hasMovedInfo) {
            hasMovedInfo = false;
            events.placeInfo(Address.zero());
            domain.host().allocator().release(HostFrame.of(infoFrame));
        }
    }

    /** System time in nanoseconds. */
    public long now() {
        return cpu.timers().now();
    }

    /** Whether an interrupt or upcall is there that the guest would take. */
    public boolean hasReasonToWake() {
        return devices.hasInterrupt() || directUpcallVector() != 0;
    }
}
