/** The machine as the hypervisor drives it: interrupt controllers, clock, timer, power; brought up in this order. */
package org.peaberry.kernel.boot;

import org.peaberry.arch.acpi.AcpiTables;
import org.peaberry.arch.acpi.FixedHardware;
import org.peaberry.arch.acpi.InterruptTopology;
import org.peaberry.arch.acpi.RootPointerSearch;
import org.peaberry.arch.apic.InterruptLines;
import org.peaberry.arch.apic.IoApic;
import org.peaberry.arch.apic.LegacyPic;
import org.peaberry.arch.apic.LocalApic;
import org.peaberry.arch.apic.MemoryMappedApic;
import org.peaberry.arch.apic.MsrApic;
import org.peaberry.arch.boot.BootInformation;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.paging.BootFrames;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.paging.HypervisorAddressSpace;
import org.peaberry.arch.timer.OneShotTimer;
import org.peaberry.arch.timer.TscCalibration;
import org.peaberry.kernel.memory.MemoryKind;
import org.peaberry.kernel.memory.MemoryMap;
import org.peaberry.kernel.time.TscClock;
import org.peaberry.kernel.time.TscScale;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

@BootOnly
public final class Machine {
    private static final long LOW_MEGABYTE = 1 << 20;

    private final AcpiTables tables;
    private final InterruptTopology topology;
    private final FixedHardware hardware;
    private HypervisorAddressSpace space;
    private LocalApic apic;
    private InterruptLines lines;
    private long frequency;
    private TscClock clock;
    private OneShotTimer timer;

    /** Reads what firmware says of the machine. */
    public Machine(BootInformation information) {
        PhysicalAddress root = information.rootPointer();
        if (root.isZero()) {
            root = RootPointerSearch.find();
        }
        tables = AcpiTables.discover(root, PhysicalAddress.of(DirectMap.BOOT_LIMIT));
        topology = InterruptTopology.read(tables);
        hardware = FixedHardware.read(tables);
    }

    /** Changes to the final address space. */
    public void enterAddressSpace(MemoryPlan plan) {
        MemoryMap firmware = plan.firmware();
        long bytes = BootFrames.bytesFor(firmware.endOf(MemoryKind.RAM));
        PhysicalAddress frames = plan.take(bytes, "page tables");
        space = new HypervisorAddressSpace(new BootFrames(frames, frames.plus(bytes)));
        space.mapMemory(PhysicalAddress.zero(), PhysicalAddress.of(LOW_MEGABYTE));
        for (int i = 0; i < firmware.count(); i++) {
            if (firmware.kind(i) == MemoryKind.RAM && firmware.end(i) > LOW_MEGABYTE) {
                space.mapMemory(PhysicalAddress.of(Math.max(firmware.start(i), LOW_MEGABYTE)), PhysicalAddress.of(firmware.end(i)));
            }
        }
        tables.mapInto(space);
        space.mapImage();
        space.guardStacks(RawMemory.symbol("boot_cpu_stacks"));
        space.activate();
    }

    /** Takes the interrupt controllers over; everything is masked after that. */
    public void takeInterrupts() {
        LegacyPic.silence();
        apic = LocalApic.hasX2apic() ? new MsrApic() : new MemoryMappedApic(space.mapDevice(topology.localApic(), HostFrame.SIZE));
        apic.enable();
        IoApic[] ioApics = new IoApic[topology.ioApicCount()];
        for (int i = 0; i < ioApics.length; i++) {
            ioApics[i] = new IoApic(space.mapDevice(topology.ioApicAddress(i), HostFrame.SIZE), topology.ioApicFirstLine(i));
        }
        lines = new InterruptLines(ioApics);
    }

    /** Starts system time. */
    public void startClock() {
        frequency = TscCalibration.frequency(hardware.timerPort());
        clock = new TscClock(new TimeStampCounter(), new TscScale(frequency), Processor.timeStampCounter());
        timer = OneShotTimer.create(apic, frequency);
    }

    /** Null before {@link #enterAddressSpace}. */
    public HypervisorAddressSpace space() {
        return space;
    }

    public AcpiTables tables() {
        return tables;
    }

    public InterruptTopology topology() {
        return topology;
    }

    public FixedHardware hardware() {
        return hardware;
    }

    public LocalApic apic() {
        return apic;
    }

    public InterruptLines lines() {
        return lines;
    }

    /** Ticks of the time-stamp counter a second. */
    public long frequency() {
        return frequency;
    }

    public TscClock clock() {
        return clock;
    }

    public OneShotTimer timer() {
        return timer;
    }
}
