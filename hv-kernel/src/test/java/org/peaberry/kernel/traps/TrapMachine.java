/** A simulated machine with a dom0 whose vCPU has a processor of the AMD-V backend, ready to exit at any instruction. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.SimulatedProcessor;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.serial.SerialPort;
import org.peaberry.arch.virtualization.ExitReason;
import org.peaberry.arch.virtualization.GuestPermissions;
import org.peaberry.arch.virtualization.GuestRegisters;
import org.peaberry.arch.virtualization.SegmentAttributes;
import org.peaberry.arch.virtualization.SegmentRegister;
import org.peaberry.arch.virtualization.StartState;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.arch.virtualization.VirtualMachine;
import org.peaberry.arch.virtualization.Virtualization;
import org.peaberry.arch.virtualization.VirtualizationBackend;
import org.peaberry.kernel.console.Console;
import org.peaberry.kernel.domain.Domain;
import org.peaberry.kernel.domain.RequestBoundary;
import org.peaberry.kernel.domain.TestMachine;
import org.peaberry.kernel.domain.Vcpu;
import org.peaberry.kernel.hypercall.GuestConsole;
import org.peaberry.kernel.hypercall.Hypercalls;
import org.peaberry.kernel.hypercall.HypervisorIdentity;
import org.peaberry.kernel.hypercall.MachineServices;
import org.peaberry.kernel.interrupt.ApicBus;
import org.peaberry.kernel.interrupt.IoApic;
import org.peaberry.kernel.interrupt.IoApicOwner;
import org.peaberry.kernel.memory.HostFrames;
import org.peaberry.kernel.memory.MemoryKind;
import org.peaberry.kernel.time.TscScale;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.unboxed.PhysicalAddress;

final class TrapMachine {
    /** Where the vCPU's next instruction is. */
    static final long CODE = TestMachine.DOM0_START + 0x1000;
    static final long FREQUENCY = 2_000_000_000L;
    static final long IO_APIC = 0xfec0_0000L;

    final TestMachine machine = new TestMachine();
    final SimulatedProcessor host = SimulatedProcessor.install();
    final VirtualizationBackend backend;
    final GuestPermissions permissions;
    final VirtualCpu processor;
    final CpuidTable cpuid;
    final PortPolicy ports = new PortPolicy();
    final DomainPlatform platform;
    final ExitTable exits;
    final IoApic ioApic;
    RuntimeException consoleFailure;

    TrapMachine() {
        describeHost();
        backend = Virtualization.find(new HostFrames(machine.allocator));
        backend.enable();
        permissions = backend.createPermissions();
        processor = newProcessor(machine.dom0);
        cpuid = CpuidPolicy.ofHost();
        HypervisorLeaves.addTo(cpuid, 0, FREQUENCY, new TscScale(FREQUENCY), true);
        ApicBus bus = new ApicBus(8, 1);
        ioApic = new IoApic(0, 0, 24, bus, new IoApicOwner() {
            @Override
            public void pinConfigured(int gsi, boolean levelTriggered, boolean activeLow) {
            }

            @Override
            public void pinMasked(int gsi) {
            }

            @Override
            public void pinEndOfInterrupt(int gsi) {
            }
        });
        machine.host.memoryMap().set(0, 8 * TestMachine.MEGABYTE, MemoryKind.RAM);
        HoleMapper holes = new HoleMapper(machine.dom0.physicalMap(), machine.host.memoryMap(), 1L << 40);
        IoApicPages pages = new IoApicPages(new IoApic[] {ioApic}, new long[] {IO_APIC});
        platform = new DomainPlatform(cpuid, new MsrPolicy(backend.hypercallInstruction()), ports, pages, holes);
        equip(machine.vcpu, processor, bus);
        Console console = new Console(new SerialPort(SerialPort.COM1_BASE));
        MachineServices services = new MachineServices(failingConsole(), (state, a, b) -> 0, new HypervisorIdentity("", ""));
        exits = new ExitTable(new Hypercalls(services), new GuestCrash(console));
    }

    private void describeHost() {
        host.cpuid(0, 0, 0xD, 0x68747541, 0x444d4163, 0x69746e65);
        host.cpuid(1, 0, 0x60FB1, 0, -1, -1);
        host.cpuid(7, 0, 0, -1, -1, -1);
        host.cpuid(0x8000_0000, 0, 0x8000_000A, 0x68747541, 0x444d4163, 0x69746e65);
        host.cpuid(CpuFeature.Leaf.EXTENDED_FEATURES, 0, 0, 0, -1, -1);
        host.cpuid(CpuFeature.Leaf.ADDRESS_SIZES, 0, 0x3028, 0, 0, 0);
        host.cpuid(CpuFeature.Leaf.SVM, 0, 1, 16, 0, CpuFeature.NESTED_PAGING.mask());
        host.cpuid(0xD, 0, 3, 576, 576, 0);
        host.writeMsr(Msr.EFER, 0);
        host.writeMsr(Msr.VM_CR, 0);
        host.writeMsr(Msr.MICROCODE_REVISION, 0x1000065);
    }

    VirtualCpu newProcessor(Domain domain) {
        VirtualCpu made = backend.createVirtualCpu(
                new VirtualMachine(backend.createNestedPageTable(new HostFrames(machine.allocator)), permissions, domain.memory()));
        StartState.protectedMode(made, CODE, 0);
        int code = SegmentAttributes.CODE_EXECUTE_READ | SegmentAttributes.CODE_OR_DATA | SegmentAttributes.PRESENT | SegmentAttributes.LONG;
        made.segment(SegmentRegister.CS, 8, 0, -1, code);
        made.efer(Efer.LONG_MODE_ENABLE | Efer.LONG_MODE_ACTIVE);
        return made;
    }

    void equip(Vcpu vcpu, VirtualCpu itsProcessor, ApicBus bus) {
        vcpu.attachProcessor(itsProcessor);
        vcpu.attachDevices(new VcpuPlatform(vcpu, 2 * vcpu.index(), bus, platform));
    }

    private GuestConsole failingConsole() {
        return new GuestConsole() {
            @Override
            public void write(Domain domain, int character) {
                throw consoleFailure;
            }

            @Override
            public int read(Domain domain) {
                return NOTHING;
            }
        };
    }

    GuestRegisters registers() {
        return processor.registers();
    }

    /** Puts an instruction where the vCPU is, as if it had just caused an exit. */
    void at(int... bytes) {
        processor.rip(CODE);
        for (int i = 0; i < bytes.length; i++) {
            Memory.storeByte(DirectMap.addressOf(PhysicalAddress.of(CODE + i)).toLong(), (byte) bytes[i]);
        }
    }

    /** Serves an exit of dom0's vCPU; false when its domain crashed. */
    boolean exit(ExitReason reason) {
        return RequestBoundary.serve(exits.handler(reason), machine.vcpu);
    }

    /** Whether the vCPU went on behind an instruction of so many bytes. */
    boolean wentOn(int bytes) {
        return processor.rip() == CODE + bytes;
    }
}
