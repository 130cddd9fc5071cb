/** The instructions of the processor that Java has no words for, each a static method. */
package org.peaberry.arch.cpu;

import static org.peaberry.runtime.annotation.Intrinsic.Operation.*;

import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.annotation.Intrinsic;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** On the host JVM they go to the {@link SimulatedProcessor} installed for the test. */
public final class Processor {
    private static final int BYTE_MASK = 0xff;
    private static final int SHORT_MASK = 0xffff;

    private Processor() {
    }

    /** Reads an I/O port; 0..255. */
    @Inline
    public static int inByte(int port) {
        return inRawByte(port) & BYTE_MASK;
    }

    /** Reads an I/O port; 0..65535. */
    @Inline
    public static int inShort(int port) {
        return inRawShort(port) & SHORT_MASK;
    }

    @Intrinsic(IN_BYTE)
    private static int inRawByte(int port) {
        return SimulatedProcessor.current().in(port, Byte.BYTES);
    }

    @Intrinsic(IN_SHORT)
    private static int inRawShort(int port) {
        return SimulatedProcessor.current().in(port, Short.BYTES);
    }

    @Intrinsic(IN_INT)
    public static int inInt(int port) {
        return SimulatedProcessor.current().in(port, Integer.BYTES);
    }

    /** Writes the low 8 bits of the value. */
    @Intrinsic(OUT_BYTE)
    public static void outByte(int port, int value) {
        SimulatedProcessor.current().out(port, Byte.BYTES, value & BYTE_MASK);
    }

    /** Writes the low 16 bits of the value. */
    @Intrinsic(OUT_SHORT)
    public static void outShort(int port, int value) {
        SimulatedProcessor.current().out(port, Short.BYTES, value & SHORT_MASK);
    }

    @Intrinsic(OUT_INT)
    public static void outInt(int port, int value) {
        SimulatedProcessor.current().out(port, Integer.BYTES, value);
    }

    /** @param msr one of {@link Msr}; a general-protection fault when the processor does not have it */
    @Intrinsic(READ_MSR)
    public static long readMsr(int msr) {
        return SimulatedProcessor.current().readMsr(msr);
    }

    /** @param msr one of {@link Msr} */
    @Intrinsic(WRITE_MSR)
    public static void writeMsr(int msr, long value) {
        SimulatedProcessor.current().writeMsr(msr, value);
    }

    /** RDTSC. */
    @Intrinsic(READ_TIME_STAMP_COUNTER)
    public static long timeStampCounter() {
        return SimulatedProcessor.current().timeStampCounter();
    }

    /** @param result where EAX, EBX, ECX, EDX are stored, as {@link CpuidResult} */
    @Intrinsic(CPUID)
    public static void cpuid(int leaf, int subleaf, Address result) {
        SimulatedProcessor.current().cpuid(leaf, subleaf, result);
    }

    @Intrinsic(READ_CR0)
    public static long readCr0() {
        return SimulatedProcessor.current().controlRegister(0);
    }

    @Intrinsic(WRITE_CR0)
    public static void writeCr0(long value) {
        SimulatedProcessor.current().controlRegister(0, value);
    }

    /** The address that faulted last. */
    @Intrinsic(READ_CR2)
    public static long readCr2() {
        return SimulatedProcessor.current().controlRegister(2);
    }

    @Intrinsic(WRITE_CR2)
    public static void writeCr2(long value) {
        SimulatedProcessor.current().controlRegister(2, value);
    }

    @Intrinsic(READ_CR3)
    public static long readCr3() {
        return SimulatedProcessor.current().controlRegister(3);
    }

    /** Changes the page tables; translations that are not global are forgotten. */
    @Intrinsic(WRITE_CR3)
    public static void writeCr3(long value) {
        SimulatedProcessor.current().controlRegister(3, value);
    }

    @Intrinsic(READ_CR4)
    public static long readCr4() {
        return SimulatedProcessor.current().controlRegister(4);
    }

    @Intrinsic(WRITE_CR4)
    public static void writeCr4(long value) {
        SimulatedProcessor.current().controlRegister(4, value);
    }

    @Intrinsic(READ_DR0)
    public static long readDr0() {
        return SimulatedProcessor.current().debugRegister(0);
    }

    @Intrinsic(READ_DR1)
    public static long readDr1() {
        return SimulatedProcessor.current().debugRegister(1);
    }

    @Intrinsic(READ_DR2)
    public static long readDr2() {
        return SimulatedProcessor.current().debugRegister(2);
    }

    @Intrinsic(READ_DR3)
    public static long readDr3() {
        return SimulatedProcessor.current().debugRegister(3);
    }

    @Intrinsic(READ_DR6)
    public static long readDr6() {
        return SimulatedProcessor.current().debugRegister(6);
    }

    @Intrinsic(READ_DR7)
    public static long readDr7() {
        return SimulatedProcessor.current().debugRegister(7);
    }

    @Intrinsic(WRITE_DR0)
    public static void writeDr0(long value) {
        SimulatedProcessor.current().debugRegister(0, value);
    }

    @Intrinsic(WRITE_DR1)
    public static void writeDr1(long value) {
        SimulatedProcessor.current().debugRegister(1, value);
    }

    @Intrinsic(WRITE_DR2)
    public static void writeDr2(long value) {
        SimulatedProcessor.current().debugRegister(2, value);
    }

    @Intrinsic(WRITE_DR3)
    public static void writeDr3(long value) {
        SimulatedProcessor.current().debugRegister(3, value);
    }

    @Intrinsic(WRITE_DR6)
    public static void writeDr6(long value) {
        SimulatedProcessor.current().debugRegister(6, value);
    }

    @Intrinsic(WRITE_DR7)
    public static void writeDr7(long value) {
        SimulatedProcessor.current().debugRegister(7, value);
    }

    /** Forgets the translation of one page, global or not. */
    @Intrinsic(INVALIDATE_PAGE)
    public static void invalidatePage(Address page) {
        SimulatedProcessor.current().invalidatePage(page);
    }

    /** @param descriptor a {@link TableRegister} */
    @Intrinsic(LOAD_GDT)
    public static void loadGdt(Address descriptor) {
        SimulatedProcessor.current().loadedGdt = descriptor.toLong();
    }

    /** @param descriptor a {@link TableRegister} */
    @Intrinsic(LOAD_IDT)
    public static void loadIdt(Address descriptor) {
        SimulatedProcessor.current().loadedIdt = descriptor.toLong();
    }

    /** LTR: the descriptor becomes busy. */
    @Intrinsic(LOAD_TASK_REGISTER)
    public static void loadTaskRegister(int selector) {
        SimulatedProcessor.current().taskRegister = selector;
    }

    @Intrinsic(DISABLE_INTERRUPTS)
    public static void disableInterrupts() {
        SimulatedProcessor.current().interruptsEnabled(false);
    }

    @Intrinsic(ENABLE_INTERRUPTS)
    public static void enableInterrupts() {
        SimulatedProcessor.current().interruptsEnabled(true);
    }

    /** Waits for an interrupt; for ever when interrupts are off. */
    @Intrinsic(HALT)
    public static void halt() {
        SimulatedProcessor.current().halt();
    }

    /** STI; HLT, with no interrupt between them. */
    @Intrinsic(ENABLE_INTERRUPTS_AND_HALT)
    public static void enableInterruptsAndHalt() {
        SimulatedProcessor.current().interruptsEnabled(true);
        SimulatedProcessor.current().halt();
    }

    /** RFLAGS; bits in {@link Rflags}. */
    @Intrinsic(READ_FLAGS)
    public static long readFlags() {
        return SimulatedProcessor.current().flags();
    }

    @Intrinsic(WRITE_FLAGS)
    public static void writeFlags(long flags) {
        SimulatedProcessor.current().interruptsEnabled((flags & Rflags.INTERRUPT) != 0);
    }

    /** Tells the processor that this is a spin loop. */
    @Intrinsic(PAUSE)
    public static void pause() {
        Thread.onSpinWait();
    }

    /** WBINVD. */
    @Intrinsic(WRITE_BACK_INVALIDATE_CACHES)
    public static void writeBackInvalidateCaches() {
        SimulatedProcessor.current();
    }

    /** CLTS. */
    @Intrinsic(CLEAR_TASK_SWITCHED)
    public static void clearTaskSwitched() {
        writeCr0(readCr0() & ~Cr0.TASK_SWITCHED);
    }

    /** @param register 0 for XCR0 */
    @Intrinsic(XGETBV)
    public static long readExtendedControl(int register) {
        return SimulatedProcessor.current().extendedControl;
    }

    /** @param register 0 for XCR0 */
    @Intrinsic(XSETBV)
    public static void writeExtendedControl(int register, long value) {
        SimulatedProcessor.current().extendedControl = value;
    }

    /**
     * Saves vector state.
     *
     * @param area 64-byte aligned, as large as CPUID leaf 0xD says
     * @param mask components, as in XCR0
     */
    @Intrinsic(XSAVE)
    public static void saveExtendedState(Address area, long mask) {
        SimulatedProcessor.current();
    }

    /** The inverse of {@link #saveExtendedState}. */
    @Intrinsic(XRSTOR)
    public static void restoreExtendedState(Address area, long mask) {
        SimulatedProcessor.current();
    }

    /** @param area 512 bytes, 16-byte aligned */
    @Intrinsic(FXSAVE)
    public static void saveVectorState(Address area) {
        SimulatedProcessor.current();
    }

    /** @param area what {@link #saveVectorState} filled */
    @Intrinsic(FXRSTOR)
    public static void restoreVectorState(Address area) {
        SimulatedProcessor.current();
    }

    /** Sets the global interrupt flag (AMD-V). */
    @Intrinsic(STGI)
    public static void setGlobalInterrupt() {
        SimulatedProcessor.current().globalInterrupts = true;
    }

    /** Clears the global interrupt flag (AMD-V): even an NMI waits. */
    @Intrinsic(CLGI)
    public static void clearGlobalInterrupt() {
        SimulatedProcessor.current().globalInterrupts = false;
    }

    /** Loads the hidden segment state that VMRUN leaves alone. */
    @Intrinsic(VMLOAD)
    public static void vmLoad(PhysicalAddress controlBlock) {
        SimulatedProcessor.current();
    }

    /** Saves the hidden segment state that VMRUN leaves alone. */
    @Intrinsic(VMSAVE)
    public static void vmSave(PhysicalAddress controlBlock) {
        SimulatedProcessor.current();
    }

    /** INVLPGA: forgets one guest translation. */
    @Intrinsic(INVLPGA)
    public static void invalidateGuestPage(long linearAddress, int asid) {
        SimulatedProcessor.current();
    }

    /** A field of the current VMCS by its encoding; undefined when there is no such field (VT-x). */
    @Intrinsic(VMREAD)
    public static long vmRead(int field) {
        return SimulatedProcessor.current().virtualMachines().read(field);
    }

    /** Sets a field of the current VMCS; false when there is no such field or it is read-only (VT-x). */
    @Intrinsic(VMWRITE)
    public static boolean vmWrite(int field, long value) {
        return SimulatedProcessor.current().virtualMachines().write(field, value);
    }

    /** Enters VMX operation; false when the region is not acceptable. @param region where its physical address is */
    @Intrinsic(VMXON)
    public static boolean vmxOn(Address region) {
        return SimulatedProcessor.current().virtualMachines().on();
    }

    /** Writes a VMCS back to memory and makes it launchable; false on failure. @param region where its physical address is */
    @Intrinsic(VMCLEAR)
    public static boolean vmClear(Address region) {
        return SimulatedProcessor.current().virtualMachines().clear(region.loadLong());
    }

    /** Makes a VMCS current; false on failure. @param region where its physical address is */
    @Intrinsic(VMPTRLD)
    public static boolean vmLoadPointer(Address region) {
        return SimulatedProcessor.current().virtualMachines().makeCurrent(region.loadLong());
    }

    /** Forgets translations of nested page tables; false on failure. @param descriptor 16 bytes */
    @Intrinsic(INVEPT)
    public static boolean invalidateEpt(int type, Address descriptor) {
        return SimulatedProcessor.current().virtualMachines().invalidate();
    }

    /** Forgets translations of a virtual processor; false on failure. @param descriptor 16 bytes */
    @Intrinsic(INVVPID)
    public static boolean invalidateVpid(int type, Address descriptor) {
        return SimulatedProcessor.current().virtualMachines().invalidate();
    }

    /** An 8-byte word of this CPU's area; {@link PerCpu} names them. */
    @Intrinsic(PER_CPU_LOAD)
    static long perCpuLoad(int offset) {
        return SimulatedProcessor.current().perCpuLoad(offset);
    }

    @Intrinsic(PER_CPU_STORE)
    static void perCpuStore(int offset, long value) {
        SimulatedProcessor.current().perCpuStore(offset, value);
    }

    /**
     * Leaves the running stack for good.
     *
     * @param stackPointer upper end of the new stack
     * @param entry code that is called there, without arguments
     */
    @Intrinsic(CALL_ON_STACK)
    public static void callOnStack(Address stackPointer, Address entry) {
        throw new UnsupportedOperationException("the host JVM's stacks are its own");
    }

    /** UD2. Never returns. */
    @Intrinsic(UNDEFINED_INSTRUCTION)
    public static void undefinedInstruction() {
        throw new IllegalStateException("undefined instruction executed");
    }
}
