/** From the boot loader's hand-over to a dom0 that is ready to run, step by step. */
package org.peaberry.kernel.boot;

import org.peaberry.arch.acpi.AcpiException;
import org.peaberry.arch.acpi.PowerControl;
import org.peaberry.arch.boot.BootException;
import org.peaberry.arch.boot.BootInformation;
import org.peaberry.arch.boot.BootInformationReader;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.serial.SerialPort;
import org.peaberry.arch.serial.SerialSettings;
import org.peaberry.arch.timer.RealTimeClock;
import org.peaberry.arch.trap.Traps;
import org.peaberry.arch.virtualization.Virtualization;
import org.peaberry.arch.virtualization.VirtualizationBackend;
import org.peaberry.arch.virtualization.VirtualizationException;
import org.peaberry.arch.virtualization.VirtualizationOptions;
import org.peaberry.kernel.console.BareMetalPlatform;
import org.peaberry.kernel.console.Console;
import org.peaberry.kernel.console.DomainConsole;
import org.peaberry.kernel.console.OptionReport;
import org.peaberry.kernel.dom0.Dom0Builder;
import org.peaberry.kernel.dom0.Dom0Size;
import org.peaberry.kernel.dom0.LaunchException;
import org.peaberry.kernel.domain.Domain;
import org.peaberry.kernel.domain.Host;
import org.peaberry.kernel.hypercall.Hypercalls;
import org.peaberry.kernel.hypercall.HypervisorIdentity;
import org.peaberry.kernel.hypercall.MachineServices;
import org.peaberry.kernel.interrupt.DeviceInterrupts;
import org.peaberry.kernel.memory.BootMemory;
import org.peaberry.kernel.memory.FrameAllocator;
import org.peaberry.kernel.memory.HostFrames;
import org.peaberry.kernel.memory.MemoryMap;
import org.peaberry.kernel.options.BootOptions;
import org.peaberry.kernel.options.LogLevel;
import org.peaberry.kernel.sched.Cpu;
import org.peaberry.kernel.sched.GuestRunner;
import org.peaberry.kernel.traps.ExitTable;
import org.peaberry.kernel.traps.GuestCrash;
import org.peaberry.kernel.traps.VcpuRunner;
import org.peaberry.runtime.allocation.Heap;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

@BootOnly
public final class BootSequence {
    private static final long KIBIBYTE = 1 << 10;
    private static final long HEAP_BYTES = 4L << 20;
    /** What exceptions may use after boot. */
    private static final long RESERVE_BYTES = 1L << 20;

    private final Console console;
    private final BareMetalPlatform platform;
    private BootOptions options;
    private String commandLine;
    private MemoryPlan plan;
    private BootModules modules;
    private Machine machine;
    private FrameAllocator allocator;
    private VirtualizationBackend backend;
    private MachinePower power;
    private HostTimer timer;
    private Cpu cpu;
    private DomainConsole domainConsole;
    private DeviceEnds ends;
    private DeviceInterrupts interrupts;
    private Host host;
    private GuestRunner runner;
    private BootEnd end;

    public BootSequence(Console console, BareMetalPlatform platform) {
        this.console = console;
        this.platform = platform;
    }

    /** The boot CPU. */
    public Cpu cpu() {
        return cpu;
    }

    /** What is left to do when all of boot has returned. */
    public BootEnd end() {
        return end;
    }

    /** What runs vCPUs on it. */
    public GuestRunner runner() {
        return runner;
    }

    /** @throws BootFailure when the machine or what was loaded is not fit */
    public void run(int magic, PhysicalAddress information) {
        console.info("Peaberry, a hypervisor for x86-64 with Xen's guest interface (4.17)");
        try {
            readInformation(magic, information);
            takeMachine();
            startVirtualization();
            buildHost();
            buildDom0();
        } catch (BootException | AcpiException | VirtualizationException failure) {
            throw new BootFailure(failure.getMessage());
        } catch (LaunchException failure) {
            throw new BootFailure(failure.getMessage());
        }
        end = new BootEnd(machine.space(), allocator, console);
        Heap.seal(RESERVE_BYTES);
    }

    private void readInformation(int magic, PhysicalAddress address) throws LaunchException {
        BootInformation information = BootInformationReader.read(magic, address);
        commandLine = information.commandLine();
        options = BootOptions.parse(commandLine, new OptionReport(console));
        applyOptions();
        console.begin(LogLevel.INFO);
        console.text("command line: ").text(commandLine).end();
        plan = new MemoryPlan(information);
        PhysicalAddress heap = plan.take(HEAP_BYTES, "the hypervisor's heap");
        Memory.fillWords(DirectMap.addressOf(heap).toLong(), 0, HEAP_BYTES / Long.BYTES);
        Heap.initialize(DirectMap.addressOf(heap), HEAP_BYTES);
        machine = new Machine(information);
        power = new MachinePower(console, machine.hardware(), new PowerControl(machine.hardware()));
        platform.power(new PowerControl(machine.hardware()));
        modules = new BootModules(information, plan);
        modules.unpackKernel(plan, console);
        for (int i = BootModules.USED; i < information.moduleCount(); i++) {
            console.begin();
            console.text("boot module ").decimal(i + 1).text(" ignored: dom0 takes a kernel and one initrd").end();
        }
    }

    private void applyOptions() {
        platform.stayHalted(options.noReboot());
        console.level(options.logLevel());
        console.guestLevel(options.guestLogLevel());
        SerialSettings settings = SerialSettings.parse(Integer.toString(options.baud()), SerialPort.COM1_BASE, SerialPort.COM1_LINE);
        if (settings != null && options.baud() != BootOptions.DEFAULT_BAUD) {
            console.port().open(settings);
        }
        console.silence(!options.serialConsole());
    }

    private void takeMachine() {
        machine.enterAddressSpace(plan);
        machine.takeInterrupts();
        machine.startClock();
        if (!machine.tables().problem().isEmpty()) {
            console.warning(machine.tables().problem());
        }
        if (console.begin(LogLevel.INFO)) {
            console.text("local APIC: ").text(machine.apic().kind()).text("; timer: ").text(machine.timer().kind());
            console.text("; time-stamp counter: ").decimal(machine.frequency() / 1_000_000).text(" MHz").end();
        }
        startAllocator();
    }

    private void startAllocator() {
        BootMemory memory = new BootMemory(plan.firmware());
        MemoryMap taken = plan.taken();
        for (int i = 0; i < taken.count(); i++) {
            memory.reserve(PhysicalAddress.of(taken.start(i)), PhysicalAddress.of(taken.end(i)));
        }
        allocator = memory.start();
        if (console.begin(LogLevel.INFO)) {
            console.decimal(HostFrame.mebibytes(allocator.freeFrames())).text(" MiB of memory free").end();
        }
    }

    private void startVirtualization() {
        backend = Virtualization.find(new HostFrames(allocator), new VirtualizationOptions(options.virtualApic(), options.preemptionTimer()));
        backend.enable();
        if (console.begin(LogLevel.INFO)) {
            console.text(backend.name()).text(" with nested paging");
            for (String feature : backend.usedFeatures()) {
                console.text(", ").text(feature);
            }
            console.end();
        }
    }

    private void buildHost() {
        timer = new HostTimer(machine.timer(), backend.runLimit(), machine.clock(), machine.apic());
        cpu = new Cpu(0, machine.clock(), timer, new SingleCpuWaker());
        timer.connect(cpu);
        host = new Host(allocator, machine.clock(), plan.firmware(), power);
        host.setDate(RealTimeClock.seconds(), 0, machine.clock().now());
        ends = new DeviceEnds(machine.apic());
        interrupts = new DeviceInterrupts(machine.lines(), ends, machine.apic().id());
        domainConsole = new DomainConsole(console, machine.apic());
        InterruptVectors.install(machine.apic(), interrupts, timer);
        MachineServices services = new MachineServices(domainConsole, power, new HypervisorIdentity(commandLine, ""));
        for (int i = 0; i < machine.topology().cpuCount(); i++) {
            services.cpus().add(machine.topology().cpuApicId(i), i);
        }
        runner = new VcpuRunner(new ExitTable(new Hypercalls(services), new GuestCrash(console)));
        takeSerialInterrupt();
    }

    private void takeSerialInterrupt() {
        if (!console.port().isPresent()) {
            return;
        }
        int line = machine.topology().lineOfIsa(SerialPort.COM1_LINE);
        interrupts.reserve(line);
        int vector = machine.lines().route(line, machine.topology(), machine.apic().id());
        if (vector >= 0) {
            Traps.handle(vector, domainConsole);
            machine.lines().unmask(line);
            console.port().enableReceiveInterrupt();
        }
    }

    private void buildDom0() throws LaunchException {
        long frames = Dom0Size.frames(options.dom0Memory(), allocator.freeFrames());
        if (console.begin(LogLevel.INFO)) {
            console.text("dom0: ").decimal(HostFrame.mebibytes(frames)).text(" MiB, kernel of ").decimal(modules.kernel().size() / KIBIBYTE);
            console.text(" KiB").end();
        }
        Dom0Builder builder = new Dom0Builder(host, backend, machine.tables(), machine.topology(), machine.hardware(), machine.lines());
        int serialBase = console.port().isPresent() ? SerialPort.COM1_BASE : 0;
        Domain dom0 = builder.build(cpu, frames, machine.frequency(), interrupts, serialBase, modules.kernel(), modules.initrd(),
                modules.kernelArguments());
        releaseModules();
        ends.connect(dom0);
        domainConsole.connect(host.domains());
        console.info("dom0: starting");
        dom0.vcpu(0).bringUp();
    }

    private void releaseModules() {
        release(modules.kernel().start(), modules.kernel().size());
        if (modules.initrd() != null) {
            release(modules.initrd().start(), modules.initrd().size());
        }
    }

    private void release(Address start, long bytes) {
        PhysicalAddress first = DirectMap.physicalOf(start);
        allocator.add(first.frame(), first.plus(bytes).alignUp(HostFrame.SIZE).frame());
    }
}
