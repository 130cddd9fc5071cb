/** A domain: its memory, vCPUs, event channels and grants, and where it is in its life. */
package org.peaberry.kernel.domain;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.virtualization.NestedPageTable;
import org.peaberry.kernel.event.EventChannels;
import org.peaberry.kernel.event.SharedInfo;
import org.peaberry.kernel.event.VirtualInterrupt;
import org.peaberry.kernel.grant.GrantTable;
import org.peaberry.kernel.memory.AddressTranslation;
import org.peaberry.kernel.memory.FrameAllocator;
import org.peaberry.kernel.memory.FrameUse;
import org.peaberry.kernel.memory.GuestMemoryAccess;
import org.peaberry.kernel.memory.GuestPhysicalMap;
import org.peaberry.kernel.memory.MemoryMap;
import org.peaberry.kernel.memory.NoFrame;
import org.peaberry.kernel.sched.Cpu;
import org.peaberry.kernel.sched.Schedulable;
import org.peaberry.runtime.annotation.LockRank;
import org.peaberry.runtime.annotation.Owned;
import org.peaberry.runtime.annotation.Shared;
import org.peaberry.runtime.lock.SpinLock;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.HostFrame;

/** dom0 is the hardware domain: it owns the devices, and controls the others. */
public final class Domain {
    /** vCPUs a domain has at most. */
    public static final int VCPU_LIMIT = 128;
    /** Id of the hardware domain. */
    public static final int HARDWARE_DOMAIN = 0;

    private final int id;
    private final Host host;
    @LockRank(20)
    private final SpinLock lock = new SpinLock();
    private final GuestPhysicalMap physicalMap;
    private final GuestMemoryAccess memory;
    private final DomainMemory ownMemory;
    private final EventChannels events;
    private final GrantTable grants;
    @Owned
    private final HostFrame sharedInfo;
    private final MemoryMap memoryMap = new MemoryMap();
    private final HvmParameters parameters = new HvmParameters();
    private final VmAssist assists = new VmAssist();
    private final Upcall upcall = new Upcall();
    private final SharedPages sharedPages;
    private final Watchdogs watchdogs = new Watchdogs(this);
    private final Vcpu[] vcpus = new Vcpu[VCPU_LIMIT];
    @Shared(reason = "written while the domain is built, before it runs")
    private int vcpuCount;
    @Shared(reason = "written while the domain is built, before it runs")
    private DomainDevices devices;
    @Shared(reason = "changed under the lock and only forwards; a reader may see the state before")
    private DomainState state = DomainState.ALIVE;
    @Shared(reason = "written before the state changes, read after it")
    private ShutdownReason shutdownReason;
    @Shared(reason = "a hint: the last writer wins")
    private ShutdownReason presetReason;
    @Shared(reason = "a hint: the last writer wins")
    private boolean isBroken;

    /**
     * @param maximumFrames frames the domain may own at most
     * @param isIdentity whether its memory has equal guest and host frame numbers
     * @throws IllegalStateException when the id is taken or memory for the domain's tables is missing
     */
    public Domain(int id, Host host, NestedPageTable nested, long maximumFrames, boolean isIdentity) {
        this.id = id;
        this.host = host;
        FrameAllocator allocator = host.allocator();
        physicalMap = new GuestPhysicalMap(nested, allocator.table(), (char) id, isIdentity);
        memory = new GuestMemoryAccess(physicalMap, allocator);
        ownMemory = new DomainMemory(id, allocator, physicalMap, maximumFrames);
        events = new EventChannels(id, VCPU_LIMIT, host.domains(), allocator);
        grants = new GrantTable(id, allocator);
        sharedInfo = allocateZeroed(FrameUse.SHARED);
        sharedPages = new SharedPages(this);
        events.placeSharedInfo(DirectMap.addressOf(sharedInfo));
        publishDate();
        try {
            host.domains().add(this);
        } catch (RuntimeException refusal) {
            allocator.release(sharedInfo);
            throw refusal;
        }
    }

    public int id() {
        return id;
    }

    public Host host() {
        return host;
    }

    /** Whether it may control the machine and other domains. */
    public boolean isPrivileged() {
        return id == HARDWARE_DOMAIN;
    }

    public GuestPhysicalMap physicalMap() {
        return physicalMap;
    }

    /** Copies to and from its memory. */
    public GuestMemoryAccess memory() {
        return memory;
    }

    /** The frames it owns. */
    public DomainMemory ownMemory() {
        return ownMemory;
    }

    public EventChannels events() {
        return events;
    }

    public GrantTable grants() {
        return grants;
    }

    /** What it is told of its physical address space. */
    public MemoryMap memoryMap() {
        return memoryMap;
    }

    public HvmParameters parameters() {
        return parameters;
    }

    public VmAssist assists() {
        return assists;
    }

    public Upcall upcall() {
        return upcall;
    }

    /** Where {@link #sharedInfo} and {@link #grants} appear in its physical address space. */
    public SharedPages sharedPages() {
        return sharedPages;
    }

    public Watchdogs watchdogs() {
        return watchdogs;
    }

    /** Sets how it is told of events; false for a kind that does not exist. */
    public boolean setUpcall(long parameter) {
        return upcall.set(parameter);
    }

    /** Frame of its {@link SharedInfo}. */
    public HostFrame sharedInfoFrame() {
        return sharedInfo;
    }

    public SharedInfo sharedInfo() {
        return RawMemory.at(SharedInfo.class, DirectMap.addressOf(sharedInfo));
    }

    public void attachDevices(DomainDevices newDevices) {
        devices = newDevices;
    }

    public DomainDevices devices() {
        return devices;
    }

    /**
     * Adds the next vCPU, offline.
     *
     * @throws IllegalStateException when there are too many or memory is missing
     */
    public Vcpu addVcpu(Cpu cpu, AddressTranslation translation) {
        if (vcpuCount == VCPU_LIMIT) {
            throw new IllegalStateException("too many vCPUs");
        }
        Vcpu vcpu = new Vcpu(this, vcpuCount, cpu, allocateZeroed(FrameUse.HYPERVISOR), translation);
        if (vcpuCount < SharedInfo.VCPUS) {
            vcpu.events().placeInfo(RawMemory.addressOf(sharedInfo().vcpu(vcpuCount)));
        }
        cpu.queue().attach(vcpu, Schedulable.DEFAULT_WEIGHT);
        events.addVcpu(vcpuCount, vcpu.events());
        vcpus[vcpuCount++] = vcpu;
        return vcpu;
    }

    public int vcpuCount() {
        return vcpuCount;
    }

    /** The vCPU with an index, or null. */
    public Vcpu vcpu(int index) {
        return index >= 0 && index < vcpuCount ? vcpus[index] : null;
    }

    public DomainState state() {
        return state;
    }

    /** Why it stopped, or null while it is alive. */
    public ShutdownReason shutdownReason() {
        return shutdownReason;
    }

    boolean announcesRunstateUpdates() {
        return assists.isEnabled(VmAssist.RUNSTATE_UPDATE_FLAG);
    }

    /** Writes the date into its shared info. */
    void publishDate() {
        host.wallClock().publish(sharedInfo().wallClock());
    }

    /** Says what the reason will be when the domain stops, whatever is given then (SCHEDOP_shutdown_code). */
    public void presetShutdownReason(ShutdownReason reason) {
        if (presetReason == null) {
            presetReason = reason;
        }
    }

    /** Stops all vCPUs; only the first call counts. Whoever controls domains is told. */
    public void shutDown(ShutdownReason given) {
        if (!enter(DomainState.SHUT_DOWN)) {
            return;
        }
        ShutdownReason reason = presetReason == null ? given : presetReason;
        shutdownReason = reason;
        watchdogs.stopAll();
        for (int i = 0; i < vcpuCount; i++) {
            vcpus[i].cpu().queue().pause(vcpus[i], vcpus[i].now());
        }
        host.observer().stopped(this, reason);
        EventChannels controller = host.domains().channelsOf(HARDWARE_DOMAIN);
        if (controller != null) {
            controller.raise(VirtualInterrupt.DOMAIN_EXCEPTION, 0);
        }
    }

    /** Stops it because of an exception in the service of one of its requests. */
    public void crash(Vcpu vcpu, Throwable cause) {
        if (!isBroken) {
            isBroken = true;
            host.observer().faulted(vcpu, cause);
        }
        shutDown(ShutdownReason.CRASH);
    }

    /** Begins to end it: nothing of it runs or can be reached any more. {@link #relinquish} gives its memory back. */
    public void kill() {
        shutDown(ShutdownReason.CRASH);
        if (!enter(DomainState.DYING)) {
            return;
        }
        for (int i = 0; i < vcpuCount; i++) {
            vcpus[i].retire();
        }
        events.destroy();
    }

    /**
     * Gives memory of a killed domain back, so many frames at most, so that a large domain does not hold the CPU.
     *
     * @return whether all is done: the domain is gone then
     */
    public boolean relinquish(long frames) {
        if (state != DomainState.DYING) {
            throw new IllegalStateException("domain is not killed");
        }
        if (!ownMemory.relinquish(frames)) {
            return false;
        }
        physicalMap.free();
        grants.free();
        for (int i = 0; i < vcpuCount; i++) {
            host.allocator().release(vcpus[i].scratchFrame());
        }
        host.allocator().release(sharedInfo);
        host.domains().remove(this);
        return true;
    }

    private boolean enter(DomainState next) {
        lock.acquire();
        try {
            if (next.ordinal() <= state.ordinal()) {
                return false;
            }
            state = next;
            return true;
        } finally {
            lock.release();
        }
    }

    @Owned
    private HostFrame allocateZeroed(FrameUse use) {
        HostFrame frame = host.allocator().allocate(0, use, (char) id);
        if (NoFrame.is(frame)) {
            throw new IllegalStateException("no memory for a domain's tables");
        }
        FrameAllocator.clear(frame, 0);
        return frame;
    }
}
