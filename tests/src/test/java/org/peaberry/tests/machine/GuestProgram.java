/** The smallest hypervisor: runs the guest of {@link GuestCode} on arch-x86 alone and tells what its exits were. */
package org.peaberry.tests.machine;

import org.peaberry.arch.apic.LegacyPic;
import org.peaberry.arch.apic.LocalApic;
import org.peaberry.arch.apic.MemoryMappedApic;
import org.peaberry.arch.apic.Vector;
import org.peaberry.arch.cpu.CpuTables;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.paging.Access;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.timer.OneShotTimer;
import org.peaberry.arch.trap.InterruptHandler;
import org.peaberry.arch.trap.TrapTable;
import org.peaberry.arch.trap.Traps;
import org.peaberry.arch.virtualization.NestedPageTable;
import org.peaberry.arch.virtualization.StartState;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.arch.virtualization.VirtualMachine;
import org.peaberry.arch.virtualization.Virtualization;
import org.peaberry.arch.virtualization.VirtualizationBackend;
import org.peaberry.arch.virtualization.VirtualizationException;
import org.peaberry.runtime.allocation.Heap;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.annotation.Entrypoint;
import org.peaberry.runtime.annotation.Entrypoints;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.platform.Platform;
import org.peaberry.runtime.unboxed.GuestFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

@Entrypoints(Traps.class)
public final class GuestProgram {
    private static final long HEAP = 64 << 20;
    private static final long HEAP_SIZE = 4 << 20;
    private static final long FRAMES = 80 << 20;
    private static final long LOCAL_APIC = 0xFEE0_0000L;
    private static final long FREQUENCY = 1_000_000_000;
    /** Assembled on the build host: static initializers run there. */
    private static final byte[] CODE = GuestCode.assemble();
    private static final long START_INFO = 0x7000;

    private static LocalApic apic;

    private GuestProgram() {
    }

    /** The interrupt that the guest is interrupted by. */
    private static final class TimerHandler implements InterruptHandler {
        @Override
        public void handle(int vector) {
            MachineConsole.INSTANCE.line("host", "timer interrupt");
            apic.endOfInterrupt();
        }
    }

    @BootOnly
    @Entrypoint("peaberry_start")
    public static void start(long magic, long information) {
        MachineConsole.INSTANCE.open();
        Platform.install(MachinePlatform.INSTANCE);
        Heap.initialize(DirectMap.addressOf(PhysicalAddress.of(HEAP)), HEAP_SIZE);
        CpuTables.install(RawMemory.symbol("boot_cpu_stacks"));
        Traps.reportTo(MachineConsole.INSTANCE);
        TrapTable.fill();
        TrapTable.load();
        LegacyPic.silence();
        apic = new MemoryMappedApic(DirectMap.addressOf(PhysicalAddress.of(LOCAL_APIC)));
        apic.enable();
        Traps.handle(Vector.TIMER, new TimerHandler());
        try {
            new GuestExits(createCpu(), OneShotTimer.create(apic, FREQUENCY)).serve();
            Platform.current().exit(0);
        } catch (VirtualizationException e) {
            MachineConsole.INSTANCE.line("refused", e.getMessage());
            Platform.current().exit(1);
        }
    }

    @BootOnly
    private static VirtualCpu createCpu() {
        GuestMemoryBlock memory = new GuestMemoryBlock(FRAMES);
        VirtualizationBackend backend = Virtualization.find(memory);
        backend.enable();
        MachineConsole.INSTANCE.line("backend", backend.name());
        NestedPageTable nested = backend.createNestedPageTable(memory);
        nested.map(GuestFrame.zero(), PhysicalAddress.of(GuestMemoryBlock.RAM).frame(), NestedPageTable.ORDER_2M, Access.ALL);
        VirtualCpu cpu = backend.createVirtualCpu(new VirtualMachine(nested, backend.createPermissions(), memory));
        for (int i = 0; i < CODE.length; i++) {
            DirectMap.addressOf(PhysicalAddress.of(GuestMemoryBlock.RAM + GuestCode.BASE)).store((long) i, CODE[i]);
        }
        StartState.protectedMode(cpu, GuestCode.BASE, START_INFO);
        cpu.load();
        Processor.disableInterrupts();
        return cpu;
    }
}
