/** A host with one identity-mapped dom0 of one vCPU, in simulated memory and time; linear addresses of the guest are physical ones. */
package org.peaberry.kernel.domain;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.arch.paging.Access;
import org.peaberry.arch.paging.LongModeFormat;
import org.peaberry.arch.paging.PageTable;
import org.peaberry.arch.virtualization.NestedPageTable;
import org.peaberry.kernel.memory.AddressTranslation;
import org.peaberry.kernel.memory.FrameAllocator;
import org.peaberry.kernel.memory.HostFrames;
import org.peaberry.kernel.memory.MemoryKind;
import org.peaberry.kernel.memory.MemoryMap;
import org.peaberry.kernel.memory.SimulatedHost;
import org.peaberry.kernel.sched.Cpu;
import org.peaberry.kernel.time.TimerDevice;
import org.peaberry.kernel.time.TscClock;
import org.peaberry.kernel.time.TscScale;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;
import org.peaberry.runtime.unboxed.GuestVirtualAddress;
import org.peaberry.runtime.unboxed.HostFrame;

public final class TestMachine {
    public static final long MEGABYTE = 1 << 20;
    /** dom0's memory: frames 0x200 to 0x3ff. */
    public static final long DOM0_START = 2 * MEGABYTE;
    public static final long DOM0_FRAMES = 0x200;
    /** Linear addresses from here on are not mapped by the guest. */
    public static final long UNMAPPED = 1L << 40;

    public long nanoseconds = 1000;
    public long armed = Long.MAX_VALUE;
    public final SimulatedHost simulated = new SimulatedHost(8 * MEGABYTE);
    public final FrameAllocator allocator = simulated.allocator;
    public final TscClock clock = new TscClock(() -> nanoseconds, new TscScale(1_000_000_000), 0);
    public final List<ShutdownReason> stops = new ArrayList<>();
    public final List<Throwable> faults = new ArrayList<>();
    public final Host host;
    public final Cpu cpu;
    public final long freeBefore;
    public final Domain dom0;
    public final Vcpu vcpu;
    public final List<Integer> interrupts = new ArrayList<>();

    public TestMachine() {
        host = new Host(allocator, clock, new MemoryMap(), new DomainObserver() {
            @Override
            public void stopped(Domain domain, ShutdownReason reason) {
                stops.add(reason);
            }

            @Override
            public void faulted(Vcpu faulting, Throwable cause) {
                faults.add(cause);
            }
        });
        cpu = new Cpu(0, clock, new TimerDevice() {
            @Override
            public void arm(long deadline) {
                armed = deadline;
            }

            @Override
            public void disarm() {
                armed = Long.MAX_VALUE;
            }

            @Override
            public void beforeIdle() {
                // The same device serves guests and halts.
            }
        }, id -> {
        });
        freeBefore = allocator.freeFrames();
        dom0 = newDomain(0, DOM0_FRAMES, true);
        dom0.ownMemory().claimIdentity(HostFrame.of(DOM0_START >> HostFrame.SHIFT), DOM0_FRAMES);
        dom0.physicalMap().mapIdentity(HostFrame.of(0xfee00), 1, Access.DEVICE);
        dom0.memoryMap().set(DOM0_START, DOM0_START + (DOM0_FRAMES << HostFrame.SHIFT), MemoryKind.RAM);
        dom0.memoryMap().set(0xfee00000L, 0xfee01000L, MemoryKind.RESERVED);
        vcpu = addVcpu(dom0);
        cpu.chooseNext();
    }

    public Domain newDomain(int id, long frames, boolean identity) {
        NestedPageTable nested = new NestedPageTable(LongModeFormat.NESTED, new HostFrames(allocator), PageTable.LEVEL_2M);
        Domain domain = new Domain(id, host, nested, frames, identity);
        domain.attachDevices((gsi, asserted) -> interrupts.add(asserted ? gsi : -gsi));
        return domain;
    }

    public Vcpu addVcpu(Domain domain) {
        Vcpu added = domain.addVcpu(cpu, new AddressTranslation() {
            @Override
            public GuestPhysicalAddress translate(GuestVirtualAddress address, boolean write) {
                return GuestPhysicalAddress.of(Long.compareUnsigned(address.toLong(), UNMAPPED) < 0 ? address.toLong() : NOT_MAPPED);
            }
        });
        added.attachDevices(new VcpuDevices() {
            @Override
            public boolean hasNonMaskableInterrupt() {
                return false;
            }

            @Override
            public void requestInterrupt(int vector) {
                interrupts.add(vector);
            }

            @Override
            public boolean hasInterrupt() {
                return false;
            }

            @Override
            public void requestNmi() {
                interrupts.add(2);
            }
        });
        added.markInitialised();
        added.bringUp();
        return added;
    }

    /** Lets time pass, with the timer interrupt if it is due on the way. */
    public void advanceTo(long time) {
        while (armed <= time) {
            nanoseconds = armed;
            armed = Long.MAX_VALUE;
            cpu.timerInterrupt();
        }
        nanoseconds = time;
    }
}
