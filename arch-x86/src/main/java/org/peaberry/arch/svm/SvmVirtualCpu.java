/** A virtual CPU on AMD-V: entry, exit, and what an exit wants. */
package org.peaberry.arch.svm;

import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.decode.DecodedInstruction;
import org.peaberry.arch.decode.InstructionLength;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.arch.virtualization.ApicPage;
import org.peaberry.arch.virtualization.ControlAccess;
import org.peaberry.arch.virtualization.Event;
import org.peaberry.arch.virtualization.ExitReason;
import org.peaberry.arch.virtualization.GuestRegisters;
import org.peaberry.arch.virtualization.NestedFault;
import org.peaberry.arch.virtualization.NestedPageTable;
import org.peaberry.arch.virtualization.PortAccess;
import org.peaberry.arch.virtualization.SideArea;
import org.peaberry.arch.virtualization.StartState;
import org.peaberry.arch.virtualization.StructureMemory;
import org.peaberry.arch.virtualization.VirtualApic;
import org.peaberry.arch.virtualization.VirtualMachine;
import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.annotation.NoAllocation;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.PhysicalAddress;

final class SvmVirtualCpu extends SvmRegisters {
    private static final int DEBUG_EXCEPTION = 1;
    private static final String NOT_OF_THIS_PROCESSOR = "this processor leaves the local APIC to the kernel";
    /** In DR7. */
    private static final long GENERAL_DETECT_ENABLE = 1L << 13;
    /** No generation of a nested page table: the next entry looks at everything. */
    private static final long STALE = -1;

    private final SvmBackend backend;
    private final StructureMemory memory;
    private final PhysicalAddress controlBlock;
    private final SideArea sideArea;
    private final SvmEvents events;
    private final InstructionLength lengths;
    private final PortAccess portAccess = new PortAccess();
    private final NestedFault nestedFault = new NestedFault();
    private final ControlAccess controlAccess = new ControlAccess();
    private final NestedPageTable nested;
    private final boolean hasNextRip;
    private final PhysicalAddress apicPage;
    private final SvmVirtualApic virtualApic;
    private SvmCpu cpu;
    private AsidAllocator asids;
    private PhysicalAddress hostState = PhysicalAddress.zero();
    private long asidGeneration;
    private long nestedGeneration = STALE;
    /** An emulated instruction has ended a shadow that an interrupt had waited for. */
    private boolean hasLeftShadow;
    private long heldGeneration;

    SvmVirtualCpu(SvmBackend backend, VirtualMachine machine, StructureMemory memory) {
        this(backend, machine, memory, memory.frame(), new SideArea(memory));
    }

    private SvmVirtualCpu(SvmBackend backend, VirtualMachine machine, StructureMemory memory, PhysicalAddress controlBlock, SideArea sideArea) {
        super(machine, controlBlock, sideArea);
        this.backend = backend;
        this.memory = memory;
        this.controlBlock = controlBlock;
        this.sideArea = sideArea;
        this.nested = machine.nestedPages();
        this.hasNextRip = backend.features().hasNextRip;
        this.events = new SvmEvents(control, save);
        this.lengths = new InstructionLength(this);
        this.apicPage = memory.frame();
        this.virtualApic = new SvmVirtualApic(new ApicPage(DirectMap.addressOf(apicPage)), control);
        SvmControls.fill(control, machine);
        StartState.realMode(this, 0);
    }

    @Override
    public void load() {
        SvmCpu here = backend.thisCpu();
        if (here != cpu) {
            cpu = here;
            asids = here.asids();
            hostState = here.hostState();
            nestedGeneration = STALE;
            hasLeftShadow = false;
        } else if (asidGeneration != asids.generation()) {
            nestedGeneration = STALE;
            hasLeftShadow = false;
        }
        changed(CleanBits.ALL);
        unswitched().load();
    }

    @Override
    public void unload() {
        unswitched().save();
    }

    /** Identifiers of translations run out only while other guests run, hence between {@link #unload} and {@link #load}. */
    @Override
    @NoAllocation(reason = "the exit path runs with the heap sealed")
    public ExitReason run() {
        if (nestedGeneration != nested.generation()) {
            if (events.isShutdown()) {
                return ExitReason.SHUTDOWN;
            }
            if (hasLeftShadow && opensWindow()) {
                return ExitReason.INTERRUPT_WINDOW;
            }
            if (nestedGeneration != nested.generation()) {
                forgetTranslations();
            }
        }
        GuestRegisters registers = registers();
        save.rax(registers.rax());
        save.rsp(registers.rsp());
        SvmEntry.run(RawMemory.addressOf(registers), controlBlock, hostState);
        registers.rax(save.rax());
        registers.rsp(save.rsp());
        control.tlbControl(TlbControl.KEEP);
        control.clean(CleanBits.ALL);
        long interrupted = control.exitInterruptInfo();
        if (Event.isValid(interrupted)) {
            events.deliverAgain(interrupted);
        }
        ExitReason reason = ExitTable.plainReason(control.exitCode());
        return reason == null ? specialReason() : reason;
    }

    /** What the last exit was. */
    private ExitReason reason() {
        ExitReason reason = ExitTable.reason(control.exitCode());
        return reason == ExitReason.MSR_READ && control.exitInfo1() != 0 ? ExitReason.MSR_WRITE : reason;
    }

    /** The translations are as they were before {@link #leaveShadow}. */
    private boolean opensWindow() {
        hasLeftShadow = false;
        nestedGeneration = heldGeneration;
        boolean isOpen = events.isWindowOpen();
        if (isOpen) {
            events.windowOpened();
        }
        return isOpen;
    }

    private ExitReason specialReason() {
        ExitReason reason = reason();
        if (reason == ExitReason.CONTROL_REGISTER) {
            return writeTaskPriority(lengths.decoded());
        }
        if (reason == ExitReason.INTERRUPT_WINDOW) {
            events.windowOpened();
        } else if (reason == ExitReason.NMI_WINDOW) {
            events.nmiReturns();
        } else if (reason == ExitReason.EXCEPTION && exceptionVector() == DEBUG_EXCEPTION && events.isNmiWindow()) {
            return ExitReason.NMI_WINDOW;
        }
        return reason;
    }

    /** MOV to CR8, which exits while the task priority keeps an interrupt back: the kernel looks again. */
    private ExitReason writeTaskPriority(DecodedInstruction instruction) {
        long value = registers().value(instruction.rmRegister());
        if (Long.compareUnsigned(value, SvmVirtualApic.HIGHEST_CLASS) > 0) {
            injectException(ExceptionVector.GENERAL_PROTECTION.number(), 0);
        } else {
            virtualApic.taskPriority((int) value << SvmVirtualApic.CLASS_SHIFT);
            advance(instruction.length());
        }
        return ExitReason.INTERRUPT_WINDOW;
    }

    @Override
    public VirtualApic virtualApic() {
        return virtualApic;
    }

    /** Old translations stay under the old identifier, which no one uses any more. */
    private void forgetTranslations() {
        lengths.forget();
        if (asids.isExhausted()) {
            control.tlbControl(TlbControl.FLUSH_ALL);
        }
        control.asid(asids.allocate());
        changed(CleanBits.ASID);
        asidGeneration = asids.generation();
        nestedGeneration = nested.generation();
    }

    @Override
    public long rawExitCode() {
        return control.exitCode();
    }

    @Override
    public boolean advance() {
        long next = hasNextRip ? control.nextRip() : knownNext();
        if (next == 0) {
            next = decodedNext();
            if (next == 0) {
                return false;
            }
        }
        goOnAt(next);
        return true;
    }

    @Override
    public void advance(int length) {
        goOnAt(behind(save.rip(), length));
    }

    /** Where the next instruction is when the present one is known, otherwise 0. */
    @Inline
    private long knownNext() {
        int length = lengths.known(save.cs().base() + save.rip(), InstructionLength.root(save.privilegeLevel(), save.cr3()));
        return length == InstructionLength.UNREADABLE ? 0 : behind(save.rip(), length);
    }

    /** Where the next instruction is; 0 when the present one cannot be read. */
    private long decodedNext() {
        ExitReason exit = reason();
        if (exit == ExitReason.PORT_IO) {
            return control.exitInfo2();
        }
        int length = lengths.decode(exit);
        return length == InstructionLength.UNREADABLE ? 0 : behind(save.rip(), length);
    }

    @Inline
    private void goOnAt(long next) {
        save.rip(next);
        if (control.interruptState() != 0) {
            leaveShadow();
        }
        if ((save.rflags() & Rflags.TRAP) != 0) {
            trapAfterInstruction();
        }
    }

    /** An interrupt that has waited for the shadow's end needs no exit: the next entry must not take the short way. */
    private void leaveShadow() {
        control.interruptState(0);
        if (events.isWindowOpen() && nestedGeneration != STALE) {
            hasLeftShadow = true;
            heldGeneration = nestedGeneration;
            nestedGeneration = STALE;
        }
    }

    @Override
    public PortAccess portAccess() {
        int info = (int) control.exitInfo1();
        portAccess.set(info >>> PortInfo.PORT_SHIFT, info >> PortInfo.WIDTH_SHIFT & PortInfo.WIDTH_MASK,
                (info & PortInfo.INPUT) != 0, (info & PortInfo.STRING) != 0, (info & PortInfo.REPEATED) != 0);
        return portAccess;
    }

    @Override
    public NestedFault nestedFault() {
        NestedFaultInfo.decode(control, nestedFault);
        return nestedFault;
    }

    @Override
    public ControlAccess controlAccess() {
        int code = (int) control.exitCode();
        int register = code & ExitTable.REGISTER_MASK;
        controlAccess.set(register, lengths.decoded().rmRegister(), code >= ExitCode.CR0_WRITE.code());
        return controlAccess;
    }

    @Override
    public int endedVector() {
        throw new IllegalStateException(NOT_OF_THIS_PROCESSOR);
    }

    @Override
    public int exceptionVector() {
        return (int) control.exitCode() - ExitCode.EXCEPTION_DIVIDE_ERROR.code();
    }

    /**
     * Of the vectors that are intercepted only #AC has an error code. A debug exception ends general detection, so that its handler can
     * read the debug registers: AMD APM vol. 2, section 13.1.1.4; not all emulators have done so when the exit comes.
     */
    @Override
    public void reflectException() {
        int vector = exceptionVector();
        if (vector == DEBUG_EXCEPTION && (dr7() & GENERAL_DETECT_ENABLE) != 0) {
            dr7(dr7() & ~GENERAL_DETECT_ENABLE);
        }
        inject(vector == SvmControls.ALIGNMENT_CHECK ? Event.exception(vector, (int) control.exitInfo1()) : Event.exception(vector));
    }

    @Override
    public void injectException(int vector) {
        inject(Event.exception(vector));
    }

    @Override
    public void injectException(int vector, int errorCode) {
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
        events.injectNmi();
    }

    @Override
    public boolean canAcceptInterrupt() {
        return events.canAcceptInterrupt();
    }

    @Override
    public boolean canAcceptNmi() {
        return events.canAcceptNmi();
    }

    @Override
    public void requestInterruptWindow() {
        events.requestWindow();
    }

    /** The guest's IRET exits while its handler of one runs, and is stepped over then; a shadow or another event is over at the next exit. */
    @Override
    public void requestNmiWindow() {
        events.requestNmiWindow();
    }

    @Override
    public void destroy() {
        memory.release();
    }
}
