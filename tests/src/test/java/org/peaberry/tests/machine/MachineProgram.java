/** A program of arch-x86 alone, without the hypervisor: brings the machine up, reports what it finds, turns it off. */
package org.peaberry.tests.machine;

import org.peaberry.arch.acpi.AcpiTables;
import org.peaberry.arch.acpi.FixedHardware;
import org.peaberry.arch.acpi.InterruptTopology;
import org.peaberry.arch.acpi.PowerControl;
import org.peaberry.arch.acpi.RootPointerSearch;
import org.peaberry.arch.apic.IoApic;
import org.peaberry.arch.apic.LegacyPic;
import org.peaberry.arch.apic.LocalApic;
import org.peaberry.arch.apic.MemoryMappedApic;
import org.peaberry.arch.apic.MsrApic;
import org.peaberry.arch.apic.Vector;
import org.peaberry.arch.boot.BootInformation;
import org.peaberry.arch.boot.BootInformationReader;
import org.peaberry.arch.cpu.CpuTables;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.paging.BootFrames;
import org.peaberry.arch.paging.BootTables;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.paging.HypervisorAddressSpace;
import org.peaberry.arch.timer.OneShotTimer;
import org.peaberry.arch.timer.RealTimeClock;
import org.peaberry.arch.timer.TscCalibration;
import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.arch.trap.InterruptHandler;
import org.peaberry.arch.trap.NullPageFault;
import org.peaberry.arch.trap.TrapTable;
import org.peaberry.arch.trap.Traps;
import org.peaberry.runtime.allocation.Heap;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.annotation.Entrypoint;
import org.peaberry.runtime.annotation.Entrypoints;
import org.peaberry.runtime.annotation.NoInline;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.platform.Platform;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** What it does at the end is the last word of its command line. */
@Entrypoints(Traps.class)
public final class MachineProgram {
    private static final long LOW_MEGABYTE = 1 << 20;
    private static final long HEAP = 64 << 20;
    private static final long HEAP_SIZE = 4 << 20;
    private static final long FRAMES = 72 << 20;
    private static final long FRAMES_SIZE = 2 << 20;
    private static final int APIC_SIZE = 4096;
    private static final int RAM = 1;
    private static final long TIMER_FRACTION = 100;

    private static LocalApic apic;
    private static int timerInterrupts;

    private MachineProgram() {
    }

    /** Counts. */
    private static final class TimerHandler implements InterruptHandler {
        @Override
        public void handle(int vector) {
            timerInterrupts++;
            apic.endOfInterrupt();
        }
    }

    @BootOnly
    @Entrypoint("peaberry_start")
    public static void start(long magic, long information) {
        MachineConsole console = MachineConsole.INSTANCE;
        console.open();
        Platform.install(MachinePlatform.INSTANCE);
        Heap.initialize(DirectMap.addressOf(PhysicalAddress.of(HEAP)), HEAP_SIZE);
        CpuTables.install(RawMemory.symbol("boot_cpu_stacks"));
        Traps.reportTo(console);
        TrapTable.fill();
        Traps.handle(ExceptionVector.PAGE_FAULT, new NullPageFault());
        TrapTable.load();
        BootTables.unmapLowAddresses();
        NullAccesses.report("boot tables");
        BootInformation boot = BootInformationReader.read((int) magic, PhysicalAddress.of(information));
        console.line("loader", boot.loaderName());
        PhysicalAddress root = boot.rootPointer().isZero() ? RootPointerSearch.find() : boot.rootPointer();
        AcpiTables acpi = AcpiTables.discover(root, PhysicalAddress.of(DirectMap.BOOT_LIMIT));
        HypervisorAddressSpace space = activate(boot, acpi);
        console.number("ACPI tables", acpi.count());
        FixedHardware hardware = FixedHardware.read(acpi);
        InterruptTopology topology = InterruptTopology.read(acpi);
        console.number("CPUs", topology.cpuCount());
        console.number("seconds since 1970", RealTimeClock.seconds());
        long frequency = TscCalibration.frequency(hardware.timerPort());
        console.number("TSC by ACPI timer", frequency);
        console.number("TSC by 8254", TscCalibration.frequency(0));
        console.line("zero in its own tables", space.isMapped(Address.zero()) ? "mapped" : "unmapped");
        NullAccesses.report("own tables");
        startInterrupts(space, topology);
        waitForTimer(frequency);
        Processor.enableInterrupts();
        NullAccesses.report("interrupts on");
        Processor.disableInterrupts();
        try {
            console.number("element", element(null));
        } catch (NullPointerException e) {
            console.line("caught", "NullPointerException");
        }
        end(boot.commandLine(), new PowerControl(hardware));
    }

    @BootOnly
    private static HypervisorAddressSpace activate(BootInformation boot, AcpiTables acpi) {
        PhysicalAddress frames = PhysicalAddress.of(FRAMES);
        HypervisorAddressSpace space = new HypervisorAddressSpace(new BootFrames(frames, frames.plus(FRAMES_SIZE)));
        for (int i = 0; i < boot.rangeCount(); i++) {
            if (boot.rangeType(i) == RAM) {
                space.mapMemory(boot.rangeStart(i), boot.rangeEnd(i));
            }
        }
        space.mapMemory(PhysicalAddress.zero(), PhysicalAddress.of(LOW_MEGABYTE));
        acpi.mapInto(space);
        space.mapImage();
        space.guardStacks(RawMemory.symbol("boot_cpu_stacks"));
        space.activate();
        return space;
    }

    @BootOnly
    private static void startInterrupts(HypervisorAddressSpace space, InterruptTopology topology) {
        LegacyPic.silence();
        apic = LocalApic.hasX2apic() ? new MsrApic() : new MemoryMappedApic(space.mapDevice(topology.localApic(), APIC_SIZE));
        apic.enable();
        IoApic ioApic = new IoApic(space.mapDevice(topology.ioApicAddress(0), APIC_SIZE), topology.ioApicFirstLine(0));
        ioApic.maskAll();
        MachineConsole.INSTANCE.line("local APIC", apic.kind());
        MachineConsole.INSTANCE.number("I/O APIC pins", ioApic.pins());
    }

    @BootOnly
    private static void waitForTimer(long frequency) {
        OneShotTimer timer = OneShotTimer.create(apic, frequency);
        MachineConsole.INSTANCE.line("timer", timer.kind());
        Traps.handle(Vector.TIMER, new TimerHandler());
        long start = Processor.timeStampCounter();
        timer.arm(start + frequency / TIMER_FRACTION);
        Processor.enableInterruptsAndHalt();
        Processor.disableInterrupts();
        MachineConsole.INSTANCE.number("microseconds to the interrupt", (Processor.timeStampCounter() - start) * 1_000_000 / frequency);
        MachineConsole.INSTANCE.number("timer interrupts", timerInterrupts);
    }

    @BootOnly
    private static void end(String commandLine, PowerControl power) {
        if (commandLine.endsWith("null")) {
            Address.of(Long.BYTES).store(1L);
        } else if (commandLine.endsWith("code")) {
            RawMemory.symbol("text_start").store(1L);
        } else if (commandLine.endsWith("overflow")) {
            MachineConsole.INSTANCE.number("depth", depth(1));
        } else if (commandLine.endsWith("uncaught")) {
            throw new IllegalStateException("nobody catches this");
        } else if (commandLine.endsWith("reset")) {
            power.reset();
        }
        power.powerOff();
        MachineConsole.INSTANCE.line("power", "still on");
    }

    @NoInline
    private static int element(int[] array) {
        return array[0];
    }

    @NoInline
    private static int depth(int level) {
        return depth(level + 1) + 1;
    }
}
