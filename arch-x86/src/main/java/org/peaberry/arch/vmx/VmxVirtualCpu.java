/** A virtual CPU on VT-x: entry, exit, and what an exit wants. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.virtualization.ControlAccess;
import org.peaberry.arch.virtualization.Event;
import org.peaberry.arch.virtualization.ExitReason;
import org.peaberry.arch.virtualization.GuestRegisters;
import org.peaberry.arch.virtualization.NestedFault;
import org.peaberry.arch.virtualization.NestedPageTable;
import org.peaberry.arch.virtualization.PortAccess;
import org.peaberry.arch.virtualization.RunLimit;
import org.peaberry.arch.virtualization.SideArea;
import org.peaberry.arch.virtualization.StartState;
import org.peaberry.arch.virtualization.StructureMemory;
import org.peaberry.arch.virtualization.VirtualApic;
import org.peaberry.arch.virtualization.VirtualMachine;
import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.annotation.NoAllocation;
import org.peaberry.runtime.exception.StackTrace;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;
import org.peaberry.runtime.unboxed.PhysicalAddress;

final class VmxVirtualCpu extends VmxRegisters implements RunLimit.Runner {
    private static final long LONGEST_COUNTDOWN = 0xffff_ffffL;

    private final VmxBackend backend;
    private final StructureMemory memory;
    private final PhysicalAddress apicPage;
    private final VmxVirtualApic virtualApic;
    private final SideArea sideArea;
    private final VmxEvents events;
    private final PortAccess portAccess = new PortAccess();
    private final NestedFault nestedFault = new NestedFault();
    private final ControlAccess controlAccess = new ControlAccess();
    private final NestedPageTable nested;
    private final int virtualProcessor;
    private RunLimit limit;
    private int entriesToCorrection;
    private long ripInVmcs;
    private long rspInVmcs;
    private int exit;

    VmxVirtualCpu(VmxBackend backend, VirtualMachine machine, StructureMemory memory, int virtualProcessor) {
        this(backend, machine, memory, virtualProcessor, new VmcsRegion(VmxCpu.region(backend.features(), memory)),
                new SideArea(memory));
    }

    private VmxVirtualCpu(VmxBackend backend, VirtualMachine machine, StructureMemory memory, int virtualProcessor, VmcsRegion vmcs,
            SideArea sideArea) {
        super(machine, backend.fixedBits(), vmcs, sideArea);
        this.backend = backend;
        this.memory = memory;
        this.virtualProcessor = virtualProcessor;
        this.sideArea = sideArea;
        this.nested = machine.nestedPages();
        this.apicPage = memory.frame();
        this.events = new VmxEvents(backend.features().processorControls);
        this.virtualApic = new VmxVirtualApic(this, backend.features(), apicPage);
        select();
        VmxControls.fill(backend.features(), machine, apicPage, virtualProcessor);
        Vmcs.write(FieldNatural.CR0_MASK, fixed.cr0Mask());
        Vmcs.write(FieldNatural.CR4_MASK, fixed.cr4Mask());
        StartState.realMode(this, 0);
        writeInstructionAndStackPointer();
    }

    private void writeInstructionAndStackPointer() {
        ripInVmcs = rip;
        rspInVmcs = registers().rsp();
        Vmcs.write(FieldNatural.GUEST_RIP, ripInVmcs);
        Vmcs.write(FieldNatural.GUEST_RSP, rspInVmcs);
    }

    @Override
    public void load() {
        select();
        HostState.fill();
        nestedGeneration = STALE;
        unswitched().load();
        Processor.writeDr6(dr6);
        Processor.writeCr2(cr2);
        modelSpecific.load();
        useLimit();
        isLoaded = true;
    }

    /** The VMCS is written back, so that another CPU can load it. */
    @Override
    public void unload() {
        unswitched().save();
        dr6 = Processor.readDr6();
        cr2 = Processor.readCr2();
        modelSpecific.save();
        isLoaded = false;
        vmcs.clear();
    }

    @Override
    @NoAllocation(reason = "the exit path runs with the heap sealed")
    public ExitReason run() {
        select();
        if (nestedGeneration != nested.generation()) {
            if (events.isShutdown()) {
                return ExitReason.SHUTDOWN;
            }
            forgetTranslations();
        }
        GuestRegisters registers = registers();
        if (rip != ripInVmcs) {
            Vmcs.write(FieldNatural.GUEST_RIP, rip);
        }
        if (registers.rsp() != rspInVmcs) {
            Vmcs.write(FieldNatural.GUEST_RSP, registers.rsp());
        }
        if (events.hasNext()) {
            events.enter();
        }
        if (--entriesToCorrection < 0) {
            correctCountdown();
        }
        long result = VmxEntry.run(RawMemory.addressOf(registers), vmcs.wasLaunched());
        return result == VmxEntry.EXITED ? exited(registers) : refused(result);
    }

    /** The limit is the CPU's. */
    void useLimit() {
        limit = backend.runLimit();
        if (limit != null) {
            limit.runner(this);
        }
    }

    @Override
    public void limitChanged() {
        entriesToCorrection = 0;
    }

    /** The timer may be one count behind: it goes on when a bit of the time-stamp counter changes. Intel SDM vol. 3, section 26.5.1. */
    void correctCountdown() {
        if (limit == null) {
            entriesToCorrection = Integer.MAX_VALUE;
            return;
        }
        entriesToCorrection = limit.deadline() == RunLimit.NEVER ? Integer.MAX_VALUE : RunLimit.CORRECTION_PERIOD;
        long counts = limit.ticksLeft(Processor.timeStampCounter()) >>> backend.features().preemptionTimerShift;
        Vmcs.write(Field32.PREEMPTION_TIMER, (int) Math.min(counts, LONGEST_COUNTDOWN - 1) + 1);
    }

    @Inline
    ExitReason exited(GuestRegisters registers) {
        vmcs.launched();
        ripInVmcs = Vmcs.read(FieldNatural.GUEST_RIP);
        rip = ripInVmcs;
        rspInVmcs = Vmcs.read(FieldNatural.GUEST_RSP);
        registers.rsp(rspInVmcs);
        exit = Vmcs.read(ReadOnly32.EXIT_REASON);
        int interrupted = Vmcs.read(ReadOnly32.IDT_VECTORING_INFORMATION);
        if (interrupted < 0) {
            events.deliverAgain(interrupted);
        }
        ExitReason reason = VmxExitTable.plainReason(exit);
        return reason == null ? specialReason() : reason;
    }

    /** The exit is the VM-instruction error here, 0 when there was no VMCS. */
    private ExitReason refused(long result) {
        exit = VmxExitTable.ENTRY_FAILURE | (result == VmxEntry.NO_VMCS ? 0 : Vmcs.read(ReadOnly32.INSTRUCTION_ERROR));
        return ExitReason.INVALID_STATE;
    }

    @Override
    public void explainFailedEntry(StackTrace.Printer out) {
        select();
        backend.diagnose(region, exit & ~VmxExitTable.ENTRY_FAILURE, out);
    }

    private ExitReason specialReason() {
        ExitReason reason = VmxExitTable.reason(exit);
        switch (reason) {
            case EXCEPTION -> {
                if (Event.type(exitEvent()) == Event.TYPE_NMI) {
                    VmxEntry.takeNmi();
                    return ExitReason.NMI;
                }
                if (Event.vector(exitEvent()) == VmxControls.MACHINE_CHECK) {
                    return ExitReason.MACHINE_CHECK;
                }
            }
            case EXTERNAL_INTERRUPT -> takeInterrupts();
            case INTERRUPT_WINDOW -> {
                if (exit == VmxExit.INTERRUPT_WINDOW.number()) {
                    events.windowOpened();
                }
            }
            case TIMER -> backend.runLimit().clear();
            case NMI_WINDOW -> events.nmiWindowOpened();
            case CONTROL_REGISTER -> {
                return ControlRegisterExit.serve(this, controlAccess()) ? ExitReason.SERVED : reason;
            }
            default -> { }
        }
        return reason;
    }

    /** An interrupt is taken behind the instruction that follows STI. */
    private static void takeInterrupts() {
        Processor.enableInterrupts();
        Processor.pause();
        Processor.disableInterrupts();
    }

    private static long exitEvent() {
        return Integer.toUnsignedLong(Vmcs.read(ReadOnly32.EXIT_INTERRUPTION_INFORMATION));
    }

    private void forgetTranslations() {
        VmxCpu.invalidateNested(EptPointer.of(nested.root()));
        if (backend.features().hasVpid) {
            VmxCpu.invalidateVirtualProcessor(virtualProcessor);
        }
        nestedGeneration = nested.generation();
    }

    @Override
    public long rawExitCode() {
        return Integer.toUnsignedLong(exit);
    }

    @Override
    public boolean advance() {
        select();
        goOnAt(behind(rip, Vmcs.read(ReadOnly32.EXIT_INSTRUCTION_LENGTH)));
        return true;
    }

    @Override
    public void advance(int length) {
        select();
        goOnAt(behind(rip, length));
    }

    @Inline
    private void goOnAt(long next) {
        rip = next;
        int blocking = Vmcs.read(Field32.GUEST_INTERRUPTIBILITY);
        if ((blocking & Interruptibility.SHADOW) != 0) {
            Vmcs.write(Field32.GUEST_INTERRUPTIBILITY, blocking & ~Interruptibility.SHADOW);
        }
        if ((Vmcs.read(FieldNatural.GUEST_RFLAGS) & Rflags.TRAP) != 0) {
            trapAfterInstruction();
        }
    }

    @Override
    public PortAccess portAccess() {
        select();
        PortQualification.decode((int) Vmcs.read(ReadOnlyNatural.EXIT_QUALIFICATION), portAccess);
        return portAccess;
    }

    @Override
    public NestedFault nestedFault() {
        select();
        long qualification = Vmcs.read(ReadOnlyNatural.EXIT_QUALIFICATION);
        if ((qualification & EptViolation.NMI_UNBLOCKED) != 0 && !events.hasNext()) {
            Vmcs.write(Field32.GUEST_INTERRUPTIBILITY, Vmcs.read(Field32.GUEST_INTERRUPTIBILITY) | Interruptibility.BLOCKED_BY_NMI);
        }
        EptViolation.decode(qualification, GuestPhysicalAddress.of(Vmcs.read(ReadOnly64.GUEST_PHYSICAL_ADDRESS)), nestedFault);
        return nestedFault;
    }

    @Override
    public ControlAccess controlAccess() {
        select();
        ControlQualification.decode((int) Vmcs.read(ReadOnlyNatural.EXIT_QUALIFICATION), controlAccess);
        return controlAccess;
    }

    @Override
    public VirtualApic virtualApic() {
        return virtualApic;
    }

    @Override
    public int endedVector() {
        select();
        return (int) Vmcs.read(ReadOnlyNatural.EXIT_QUALIFICATION);
    }

    @Override
    public int exceptionVector() {
        select();
        return Event.vector(exitEvent());
    }

    /**
     * Of the vectors that are intercepted only #AC has an error code. What a debug exception was is told beside DR6. Intel SDM vol. 3, section 28.2.1.
     * That of ICEBP is a trap, which comes behind it.
     */
    @Override
    public void reflectException() {
        int vector = exceptionVector();
        if (vector == VmxControls.DEBUG) {
            if (Event.type(exitEvent()) == Event.TYPE_PRIVILEGED_SOFTWARE_EXCEPTION) {
                rip = behind(rip, Vmcs.read(ReadOnly32.EXIT_INSTRUCTION_LENGTH));
            }
            dr6(DebugCause.merge(dr6(), Vmcs.read(ReadOnlyNatural.EXIT_QUALIFICATION)));
            dr7(dr7() & ~DebugCause.GENERAL_DETECT_ENABLE);
        }
        inject(vector == VmxControls.ALIGNMENT_CHECK
                ? Event.exception(vector, Vmcs.read(ReadOnly32.EXIT_INTERRUPTION_ERROR_CODE)) : Event.exception(vector));
    }

    @Override
    public void injectException(int vector) {
        select();
        inject(Event.exception(vector));
    }

    @Override
    public void injectException(int vector, int errorCode) {
        select();
        inject(Event.exception(vector, errorCode));
    }

    /** After a shutdown the entry must not take the short way. */
    private void inject(long exception) {
        events.injectException(exception);
        if (events.isShutdown()) {
            nestedGeneration = STALE;
        }
    }

    @Override
    public void injectInterrupt(int vector) {
        events.injectInterrupt(vector);
    }

    @Override
    public void injectNmi() {
        select();
        events.injectNmi();
    }

    @Override
    public boolean canAcceptInterrupt() {
        select();
        return events.canAcceptInterrupt();
    }

    @Override
    public boolean canAcceptNmi() {
        select();
        return events.canAcceptNmi();
    }

    @Override
    public void requestInterruptWindow() {
        select();
        events.requestWindow();
    }

    @Override
    public void requestNmiWindow() {
        select();
        events.requestNmiWindow();
    }

    @Override
    public void destroy() {
        vmcs.clear();
        memory.release();
    }
}
