/** Makes dom0: its domain, vCPU, emulated controllers, permissions, memory and start state. */
package org.peaberry.kernel.dom0;

import org.peaberry.arch.acpi.AcpiTables;
import org.peaberry.arch.acpi.FixedHardware;
import org.peaberry.arch.acpi.InterruptTopology;
import org.peaberry.arch.apic.InterruptLines;
import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.virtualization.GuestPermissions;
import org.peaberry.arch.virtualization.NestedPageTable;
import org.peaberry.arch.virtualization.StartState;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.arch.virtualization.VirtualMachine;
import org.peaberry.arch.virtualization.VirtualizationBackend;
import org.peaberry.kernel.domain.Domain;
import org.peaberry.kernel.domain.Host;
import org.peaberry.kernel.domain.Vcpu;
import org.peaberry.kernel.interrupt.ApicBus;
import org.peaberry.kernel.interrupt.DeviceInterrupts;
import org.peaberry.kernel.interrupt.IoApic;
import org.peaberry.kernel.memory.HostFrames;
import org.peaberry.kernel.memory.MemoryMap;
import org.peaberry.kernel.sched.Cpu;
import org.peaberry.kernel.traps.CpuidPolicy;
import org.peaberry.kernel.traps.CpuidTable;
import org.peaberry.kernel.traps.DomainPlatform;
import org.peaberry.kernel.traps.GuestTranslation;
import org.peaberry.kernel.traps.HoleMapper;
import org.peaberry.kernel.traps.HypervisorLeaves;
import org.peaberry.kernel.traps.IoApicPages;
import org.peaberry.kernel.traps.MsrPolicy;
import org.peaberry.kernel.traps.PciPorts;
import org.peaberry.kernel.traps.PortPolicy;
import org.peaberry.kernel.traps.ResetPort;
import org.peaberry.kernel.traps.SleepPort;
import org.peaberry.kernel.traps.StoppedTimer;
import org.peaberry.kernel.traps.VcpuPlatform;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.unboxed.GuestFrame;
import org.peaberry.runtime.unboxed.HostFrame;

@BootOnly
public final class Dom0Builder {
    private static final int VCPUS = 1;
    private static final long LOW_MEGABYTE_FRAMES = (1 << 20) >>> HostFrame.SHIFT;
    private static final long LOCAL_APIC_PAGE = 0xfee0_0000L;
    private static final int SERIAL_PORTS = 8;
    /** The 8259s, the 8254's control and the port that gates its sound. */
    private static final int[] LEGACY_PORTS = {0x20, 0x21, 0xA0, 0xA1, 0x43, 0x61};

    private final Host host;
    private final VirtualizationBackend backend;
    private final AcpiTables tables;
    private final InterruptTopology topology;
    private final FixedHardware hardware;
    private final InterruptLines lines;
    private Domain domain;
    private GuestPermissions permissions;
    private DomainPlatform platform;
    private ApicBus bus;

    public Dom0Builder(Host host, VirtualizationBackend backend, AcpiTables tables, InterruptTopology topology, FixedHardware hardware,
            InterruptLines lines) {
        this.host = host;
        this.backend = backend;
        this.tables = tables;
        this.topology = topology;
        this.hardware = hardware;
        this.lines = lines;
    }

    /**
     * Builds it, ready to run on a CPU.
     *
     * @param frames RAM to give it, besides the low megabyte
     * @param frequency of the time-stamp counter
     * @param interrupts of the machine's devices
     * @param serialBase port of the hypervisor's console, or 0
     * @throws LaunchException when it cannot be launched
     */
    public Domain build(Cpu cpu, long frames, long frequency, DeviceInterrupts interrupts, int serialBase, BootModule kernel, BootModule initrd,
            String commandLine) throws LaunchException {
        NestedPageTable nested = backend.createNestedPageTable(new HostFrames(host.allocator()));
        domain = new Domain(Domain.HARDWARE_DOMAIN, host, nested, frames + LOW_MEGABYTE_FRAMES, true);
        permissions = backend.createPermissions();
        bus = new ApicBus(Domain.VCPU_LIMIT, Math.max(1, topology.ioApicCount()));
        Dom0Memory memory = new Dom0Memory(domain, host.memoryMap());
        memory.claim(frames);
        memory.mapDevices(emulatedPages());
        addPlatform(frequency, interrupts, serialBase);
        Dom0Image image = new Dom0Image(memory, kernel, initrd, commandLine, new AcpiBuilder(tables, topology, VCPUS), domain.memoryMap());
        VirtualCpu processor = backend.createVirtualCpu(new VirtualMachine(nested, permissions, domain.memory()));
        Vcpu vcpu = domain.addVcpu(cpu, new GuestTranslation(processor));
        vcpu.attachProcessor(processor);
        vcpu.attachDevices(new VcpuPlatform(vcpu, 0, bus, platform));
        StartState.protectedMode(processor, image.entry().toLong(), image.startInfo().toLong());
        vcpu.markInitialised();
        vcpu.clock().publishTime();
        return domain;
    }

    private long[] emulatedPages() {
        long[] pages = new long[topology.ioApicCount() + 1];
        pages[0] = LOCAL_APIC_PAGE;
        for (int i = 0; i < topology.ioApicCount(); i++) {
            pages[i + 1] = topology.ioApicAddress(i).toLong() & -GuestFrame.SIZE;
        }
        return pages;
    }

    private void addPlatform(long frequency, DeviceInterrupts interrupts, int serialBase) {
        CpuidTable cpuid = CpuidPolicy.ofHost();
        boolean isConstantRate = Cpuid.has(CpuFeature.INVARIANT_TSC);
        HypervisorLeaves.addTo(cpuid, domain.id(), frequency, host.clock().scale(), isConstantRate);
        MsrPolicy registers = new MsrPolicy(backend.hypercallInstruction());
        PortPolicy ports = portPolicy(serialBase);
        ports.permitOthers(permissions);
        int addressBits = Cpuid.queryIfPresent(CpuFeature.Leaf.ADDRESS_SIZES, 0).eax() & 0xff;
        HoleMapper holes = new HoleMapper(domain.physicalMap(), host.memoryMap(), 1L << Math.max(addressBits, Integer.SIZE));
        platform = new DomainPlatform(cpuid, registers, ports, ioApics(interrupts), holes);
        domain.attachDevices(platform);
    }

    private IoApicPages ioApics(DeviceInterrupts interrupts) {
        IoApic[] ioApics = new IoApic[topology.ioApicCount()];
        long[] addresses = new long[ioApics.length];
        for (int i = 0; i < ioApics.length; i++) {
            int firstLine = topology.ioApicFirstLine(i);
            ioApics[i] = new IoApic(topology.ioApicId(i), firstLine, lines.pinsFrom(firstLine), bus, interrupts);
            addresses[i] = topology.ioApicAddress(i).toLong();
        }
        return new IoApicPages(ioApics, addresses);
    }

    /** What Xen keeps from a PVH dom0, and what the hypervisor uses itself; everything else is dom0's. */
    private PortPolicy portPolicy(int serialBase) {
        PortPolicy ports = new PortPolicy();
        for (int port : LEGACY_PORTS) {
            ports.addNothing(port, 1);
        }
        ports.add(StoppedTimer.PORT, StoppedTimer.COUNT, new StoppedTimer());
        ports.add(ResetPort.PORT, 1, new ResetPort(domain));
        ports.add(PciPorts.ADDRESS, PciPorts.COUNT, new PciPorts());
        if (serialBase != 0) {
            ports.addNothing(serialBase, SERIAL_PORTS);
        }
        if (hardware.control1a() != 0) {
            ports.add(hardware.control1a(), SleepPort.WIDTH, new SleepPort(domain, hardware.control1a()));
        }
        if (hardware.control1b() != 0) {
            ports.add(hardware.control1b(), SleepPort.WIDTH, new SleepPort(domain, hardware.control1b()));
        }
        return ports;
    }
}
