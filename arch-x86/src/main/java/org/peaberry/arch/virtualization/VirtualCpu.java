/** A processor as a guest sees it: registers, entry and exit, injected events. Implemented by each backend. */
package org.peaberry.arch.virtualization;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.annotation.NoAllocation;
import org.peaberry.runtime.exception.StackTrace;
import org.peaberry.runtime.memory.RawMemory;

/**
 * Order of use: {@link #load} when the vCPU gets a CPU; then {@link #run}, handle the exit, {@link #run} again, …; {@link #unload} when it loses the CPU.
 * {@link #run} itself moves general registers only. Nothing here allocates after construction. The hypervisor calls with interrupts off.
 */
public abstract class VirtualCpu {
    /** Bit of DR6. */
    private static final long SINGLE_STEP = 1L << 14;
    private static final long LOW_HALF = 0xffff_ffffL;

    private final VirtualMachine machine;
    private final GuestRegisters registers;
    private final UnswitchedState unswitched;

    /** @param area where registers are while the hypervisor runs */
    protected VirtualCpu(VirtualMachine machine, SideArea area) {
        this.machine = machine;
        this.registers = RawMemory.at(GuestRegisters.class, area.registers());
        this.unswitched = new UnswitchedState(area);
    }

    public final VirtualMachine machine() {
        return machine;
    }

    // Entry and exit.

    /** The vCPU got the CPU that runs this: loads vector state, debug registers and whatever else {@link #run} leaves alone. */
    public abstract void load();

    /** The vCPU loses its CPU: saves what {@link #load} loaded. */
    public abstract void unload();

    /** Runs the guest until an exit. A host interrupt that ended it has been handled when this returns. */
    @NoAllocation(reason = "the exit path runs with the heap sealed")
    public abstract ExitReason run();

    /** Number of the last exit as the processor gave it, for messages. */
    public abstract long rawExitCode();

    /** After {@link ExitReason#INVALID_STATE}: prints, in lines, why the processor did not enter the guest; nothing when no more is known. */
    public void explainFailedEntry(StackTrace.Printer out) {
    }

    /** Goes on behind the instruction that caused the exit; false when its bytes cannot be read any more (the guest then runs it again). */
    public abstract boolean advance();

    /** Goes on behind an instruction that was emulated. @param length its bytes */
    public abstract void advance(int length);

    /** What a port instruction wants. */
    public abstract PortAccess portAccess();

    /** What a nested page fault was. */
    public abstract NestedFault nestedFault();

    /** What a MOV of a control register wants. */
    public abstract ControlAccess controlAccess();

    /** Vector of the interrupt whose end the processor took from the guest. */
    public abstract int endedVector();

    /** Vector of an intercepted exception. */
    public abstract int exceptionVector();

    /** Lets the guest have the exception that was intercepted. */
    public abstract void reflectException();

    // Events. One event can be injected per entry; the one whose delivery an exit interrupted is injected again by itself.

    /** Injects an exception without an error code. */
    public abstract void injectException(int vector);

    /** Injects an exception with an error code. */
    public abstract void injectException(int vector, int errorCode);

    /** Injects an external interrupt; only when {@link #canAcceptInterrupt}. */
    public abstract void injectInterrupt(int vector);

    /** Injects a non-maskable interrupt; only when {@link #canAcceptNmi}. */
    public abstract void injectNmi();

    /** Interrupts are on, not in a shadow, and no event is waiting for the entry. */
    public abstract boolean canAcceptInterrupt();

    public abstract boolean canAcceptNmi();

    /** Asks for an exit as soon as the guest can take an interrupt. */
    public abstract void requestInterruptWindow();

    /** Asks for an exit as soon as the guest can take a non-maskable interrupt; where the processor cannot tell, it is to be tried at every exit. */
    public abstract void requestNmiWindow();

    /** What the processor does for this one's local APIC. */
    public abstract VirtualApic virtualApic();

    // Registers.

    /** For {@link #load} and {@link #unload}. */
    protected final UnswitchedState unswitched() {
        return unswitched;
    }

    /** General registers; stable address. */
    public final GuestRegisters registers() {
        return registers;
    }

    public abstract long rip();

    public abstract void rip(long value);

    /** Base of the code segment plus instruction pointer: what identifies the instruction. */
    public abstract long instructionAddress();

    public abstract long rflags();

    public abstract void rflags(long value);

    public abstract long cr0();

    public abstract void cr0(long value);

    public abstract long cr2();

    public abstract void cr2(long value);

    public abstract long cr3();

    public abstract void cr3(long value);

    public abstract long cr4();

    public abstract void cr4(long value);

    /** Whether CR4 has OSXSAVE set, which CPUID tells. */
    public abstract boolean isExtendedStateEnabled();

    /** As the guest sees it. */
    public abstract long efer();

    /** Sets what the guest sees; the caller has checked reserved bits. */
    public abstract void efer(long value);

    public abstract long dr6();

    public abstract void dr6(long value);

    public abstract long dr7();

    public abstract void dr7(long value);

    public abstract long pageAttributeTable();

    public abstract void pageAttributeTable(long value);

    /** Extended control register 0; 1 without XSAVE. */
    public final long extendedControl() {
        return unswitched.extendedControl();
    }

    /** The caller has checked it against the processor's XCR0. */
    public final void extendedControl(long value) {
        unswitched.extendedControl(value);
    }

    /** What RDTSCP and RDPID give the guest in ECX. */
    public final long tscAux() {
        return unswitched.tscAux();
    }

    public final void tscAux(long value) {
        unswitched.tscAux(value);
    }

    /** Whether a model-specific register is kept here, so that {@link #msr(int)} knows it. */
    public abstract boolean ownsMsr(int index);

    /** An owned register. @throws IllegalArgumentException for another */
    public abstract long msr(int index);

    /** Sets an owned register. @throws IllegalArgumentException for another */
    public abstract void msr(int index, long value);

    public abstract int selector(SegmentRegister register);

    public abstract long base(SegmentRegister register);

    /** In bytes, without regard to granularity: the last offset. */
    public abstract int limit(SegmentRegister register);

    /** Bits of {@link SegmentAttributes}. */
    public abstract int attributes(SegmentRegister register);

    /** Loads a segment register with its hidden part. */
    public abstract void segment(SegmentRegister register, int selector, long base, int limit, int attributes);

    /** 0..3. */
    public abstract int privilegeLevel();

    /** What the guest's time stamp counter is ahead of the host's. */
    public abstract void tscOffset(long ticks);

    public abstract long tscOffset();

    // What follows from registers.

    /** Whether paging is in 64-bit format. */
    public final boolean isLongModeActive() {
        return (efer() & Efer.LONG_MODE_ACTIVE) != 0;
    }

    public final CodeSize codeSize() {
        int attributes = attributes(SegmentRegister.CS);
        if ((attributes & SegmentAttributes.LONG) != 0 && isLongModeActive()) {
            return CodeSize.BITS_64;
        }
        if ((cr0() & Cr0.PROTECTION) == 0 || (rflags() & Rflags.VIRTUAL_8086) != 0) {
            return CodeSize.BITS_16;
        }
        return (attributes & SegmentAttributes.BIG) != 0 ? CodeSize.BITS_32 : CodeSize.BITS_16;
    }

    /** Address behind an instruction: outside of 64-bit mode the instruction pointer has 32 bits. */
    @Inline
    protected final long behind(long instruction, int length) {
        long next = instruction + length;
        boolean staysBelow = (instruction ^ next) >>> Integer.SIZE == 0;
        return staysBelow || codeSize() == CodeSize.BITS_64 ? next : next & LOW_HALF;
    }

    /** What the trap flag does behind an instruction that was emulated. */
    protected final void trapAfterInstruction() {
        dr6(dr6() | SINGLE_STEP);
        injectException(ExceptionVector.DEBUG.number());
    }

    /** Whether it is in 64-bit code at privilege level 0. */
    public abstract boolean isIn64BitKernel();

    /** Gives the memory of its structures back; it must not run any more. */
    public abstract void destroy();
}
