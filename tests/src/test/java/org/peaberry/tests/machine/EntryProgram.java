/** Spoils VMCSs by chance, a field or two each, and compares what the processor does at the entry with what the rules of the diagnosis say. */
package org.peaberry.tests.machine;

import org.peaberry.arch.apic.LegacyPic;
import org.peaberry.arch.apic.LocalApic;
import org.peaberry.arch.apic.MemoryMappedApic;
import org.peaberry.arch.apic.Vector;
import org.peaberry.arch.cpu.CpuTables;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.cpu.ProcessorFeatures;
import org.peaberry.arch.paging.Access;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.timer.OneShotTimer;
import org.peaberry.arch.trap.InterruptHandler;
import org.peaberry.arch.trap.TrapTable;
import org.peaberry.arch.trap.Traps;
import org.peaberry.arch.virtualization.ExitReason;
import org.peaberry.arch.virtualization.NestedPageTable;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.arch.virtualization.VirtualMachine;
import org.peaberry.arch.virtualization.VirtualizationBackend;
import org.peaberry.arch.virtualization.VirtualizationOptions;
import org.peaberry.arch.vmx.VmxBackend;
import org.peaberry.arch.vmx.diagnosis.CurrentVmcs;
import org.peaberry.arch.vmx.diagnosis.EntryChecks;
import org.peaberry.arch.vmx.diagnosis.ProcessorLimits;
import org.peaberry.runtime.allocation.Heap;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.annotation.Entrypoint;
import org.peaberry.runtime.annotation.Entrypoints;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.platform.Platform;
import org.peaberry.runtime.unboxed.GuestFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** Two lines for each case in which they differ: what was spoilt, and what became of it. */
@Entrypoints(Traps.class)
public final class EntryProgram {
    private static final long HEAP = 34 << 20;
    private static final long HEAP_SIZE = 60 << 20;
    private static final long FRAMES = 128 << 20;
    private static final long LOCAL_APIC = 0xFEE0_0000L;
    private static final long FREQUENCY = 10_000_000;
    /** Until a guest that does not exit by itself is interrupted. */
    private static final long LIMIT = 20_000;
    /** Until the serial port has sent the last characters. */
    private static final long TO_SEND = 1_000_000;
    /** Tells each case before it is tried, which is slow: for runs that end early. */
    private static final boolean IS_TALKATIVE = false;
    private static final int CASES = 8000;
    private static final long SEED = 0x9E37_79B9_7F4A_7C15L;
    private static final int FAILURE = 1 << 31;
    private static final int MSR_LOADING = 34;
    /** Refusals after which no host state is loaded. */
    private static final int CONTROL_ERROR = 7;
    private static final int HOST_ERROR = 8;
    private static final int SHUTDOWN_PORT = 0x8900;
    private static final String SHUTDOWN = "Shutdown";

    private static LocalApic apic;
    private static OneShotTimer timer;
    private static VirtualizationBackend backend;
    private static VirtualMachine machine;

    private EntryProgram() {
    }

    /** Ends guests that wait. */
    private static final class TimerHandler implements InterruptHandler {
        @Override
        public void handle(int vector) {
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
        TrapTable.load();
        ProcessorFeatures.enable();
        LegacyPic.silence();
        apic = new MemoryMappedApic(DirectMap.addressOf(PhysicalAddress.of(LOCAL_APIC)));
        apic.enable();
        Traps.handle(Vector.TIMER, new TimerHandler());
        timer = OneShotTimer.create(apic, FREQUENCY);
        prepare();
        EntryModes.fillMemory();
        EntryReports.print(console, backend, machine);
        backend.createVirtualCpu(machine);
        EntryReports.checkFields(console);
        run(console);
        long sent = Processor.timeStampCounter() + TO_SEND;
        while (Processor.timeStampCounter() < sent) {
            Processor.pause();
        }
        for (int i = 0; i < SHUTDOWN.length(); i++) {
            Processor.outByte(SHUTDOWN_PORT, SHUTDOWN.charAt(i));
        }
    }

    @BootOnly
    private static void prepare() {
        GuestMemoryBlock memory = new GuestMemoryBlock(FRAMES);
        backend = VmxBackend.create(memory, VirtualizationOptions.DEFAULT);
        backend.enable();
        NestedPageTable nested = backend.createNestedPageTable(memory);
        nested.map(GuestFrame.zero(), PhysicalAddress.of(GuestMemoryBlock.RAM).frame(), NestedPageTable.ORDER_2M, Access.ALL);
        machine = new VirtualMachine(nested, backend.createPermissions(), memory);
        Processor.disableInterrupts();
    }

    @BootOnly
    private static void run(MachineConsole console) {
        EntryCorruption corruption = new EntryCorruption(SEED);
        EntryVerdict verdict = new EntryVerdict();
        EntryChecks checks = new EntryChecks(new CurrentVmcs(), new ProcessorLimits());
        int tried = 0;
        for (int i = 0; i < CASES; i++) {
            EntryModes.fillMemory();
            VirtualCpu cpu = backend.createVirtualCpu(machine);
            cpu.load();
            int mode = corruption.below(EntryModes.COUNT);
            EntryModes.enter(cpu, mode);
            int event = corruption.injectEvent();
            corruption.spoil();
            verdict.clear();
            checks.run(verdict);
            if (IS_TALKATIVE) {
                printCase(console, "case ", mode, event, corruption);
            }
            if (!corruption.isDangerous() || verdict.explains(CONTROL_ERROR) || verdict.explains(HOST_ERROR)) {
                tried++;
                timer.arm(Processor.timeStampCounter() + LIMIT);
                ExitReason reason = cpu.run();
                apic.endOfInterrupt();      // an exit, or the guest, may have acknowledged it
                if (!agrees(reason, (int) cpu.rawExitCode(), verdict)) {
                    printCase(console, "DIFFER ", mode, event, corruption);
                    printOutcome(console, reason, (int) cpu.rawExitCode(), verdict);
                }
            }
            cpu.unload();
        }
        console.number("tried", tried);
        console.number("rules", verdict.rulesSeen());
    }

    private static boolean agrees(ExitReason reason, int code, EntryVerdict verdict) {
        if (!isRefused(reason, code)) {
            return verdict.isGood();
        }
        boolean explains = verdict.explains(code & ~FAILURE);
        if (explains) {
            verdict.see();
        }
        return explains;
    }

    private static boolean isRefused(ExitReason reason, int code) {
        return reason == ExitReason.INVALID_STATE && (code & ~FAILURE) != MSR_LOADING;
    }

    private static void printCase(MachineConsole console, String what, int mode, int event, EntryCorruption corruption) {
        console.print(what);
        console.print(EntryModes.name(mode));
        console.print(" event ");
        console.hex(Integer.toUnsignedLong(event));
        corruption.print(console);
        console.print("\n");
    }

    /** What the processor did, then what the rules say; a line of its own. */
    private static void printOutcome(MachineConsole console, ExitReason reason, int code, EntryVerdict verdict) {
        console.print(isRefused(reason, code) ? "  refused " : "  entered ");
        console.hex(code & ~FAILURE);
        verdict.print(console);
        console.print("\n");
    }
}
