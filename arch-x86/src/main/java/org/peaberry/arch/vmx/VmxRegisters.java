/** The registers of a guest: in its VMCS, or in the processor while the guest has it. Intel SDM vol. 3, section 25.4. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.virtualization.SegmentAttributes;
import org.peaberry.arch.virtualization.SegmentRegister;
import org.peaberry.arch.virtualization.SideArea;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.arch.virtualization.VirtualMachine;
import org.peaberry.runtime.annotation.Inline;

/** Whoever uses the VMCS makes it current by {@link #select}. RIP is kept here: nearly every exit reads and changes it. */
abstract class VmxRegisters extends VirtualCpu {
    private static final int PRIVILEGE = SegmentAttributes.PRIVILEGE_MASK << SegmentAttributes.PRIVILEGE_SHIFT;

    /** No nested page table's generation: the next entry looks at everything. */
    static final long STALE = -1;

    final VmxGuestMsr modelSpecific = new VmxGuestMsr();
    final VmcsRegion vmcs;
    final long region;
    final FixedControlBits fixed;
    long rip;
    long cr2;
    long dr6;
    boolean isLoaded;
    /** Generation of the nested page table whose translations the processor may hold for this guest; {@link #STALE} when all of them may be wrong. */
    long nestedGeneration = STALE;

    VmxRegisters(VirtualMachine machine, FixedControlBits fixed, VmcsRegion vmcs, SideArea area) {
        super(machine, area);
        this.fixed = fixed;
        this.vmcs = vmcs;
        this.region = vmcs.physical().toLong();
    }

    /** Makes this guest's VMCS the current one of the CPU. */
    @Inline
    final void select() {
        if (!VmxCpu.isCurrent(region)) {
            vmcs.activate();
        }
    }

    @Override
    public final long rip() {
        return rip;
    }

    @Override
    public final void rip(long value) {
        rip = value;
    }

    @Override
    public final long instructionAddress() {
        select();
        return Vmcs.read(FieldNatural.GUEST_CS_BASE) + rip;
    }

    @Override
    public final long rflags() {
        select();
        return Vmcs.read(FieldNatural.GUEST_RFLAGS);
    }

    @Override
    public final void rflags(long value) {
        select();
        Vmcs.write(FieldNatural.GUEST_RFLAGS, value);
    }

    @Override
    public final long cr0() {
        select();
        long mask = fixed.cr0Mask();
        return Vmcs.read(FieldNatural.GUEST_CR0) & ~mask | Vmcs.read(FieldNatural.CR0_READ_SHADOW) & mask;
    }

    /** Paging with long mode enabled makes it active, as the processor does. */
    @Override
    public final void cr0(long value) {
        select();
        Vmcs.write(FieldNatural.CR0_READ_SHADOW, value);
        Vmcs.write(FieldNatural.GUEST_CR0, fixed.realCr0(value));
        long before = Vmcs.read(Field64.GUEST_EFER);
        boolean isLong = (value & Cr0.PAGING) != 0 && (before & Efer.LONG_MODE_ENABLE) != 0;
        efer(isLong ? before | Efer.LONG_MODE_ACTIVE : before & ~Efer.LONG_MODE_ACTIVE);
        nestedGeneration = STALE;
    }

    @Override
    public final long cr2() {
        return isLoaded ? Processor.readCr2() : cr2;
    }

    @Override
    public final void cr2(long value) {
        cr2 = value;
        if (isLoaded) {
            Processor.writeCr2(value);
        }
    }

    @Override
    public final long cr3() {
        select();
        return Vmcs.read(FieldNatural.GUEST_CR3);
    }

    @Override
    public final void cr3(long value) {
        select();
        Vmcs.write(FieldNatural.GUEST_CR3, value);
        nestedGeneration = STALE;
    }

    @Override
    public final long cr4() {
        select();
        long mask = fixed.cr4Mask();
        return Vmcs.read(FieldNatural.GUEST_CR4) & ~mask | Vmcs.read(FieldNatural.CR4_READ_SHADOW) & mask;
    }

    @Override
    public final void cr4(long value) {
        select();
        Vmcs.write(FieldNatural.CR4_READ_SHADOW, value);
        Vmcs.write(FieldNatural.GUEST_CR4, fixed.realCr4(value));
        nestedGeneration = STALE;
    }

    /** The bit is the guest's own. */
    @Override
    public final boolean isExtendedStateEnabled() {
        select();
        return (Vmcs.read(FieldNatural.GUEST_CR4) & Cr4.OS_XSAVE) != 0;
    }

    @Override
    public final long efer() {
        select();
        return Vmcs.read(Field64.GUEST_EFER);
    }

    @Override
    public final void efer(long value) {
        select();
        Vmcs.write(Field64.GUEST_EFER, value);
        int controls = Vmcs.read(Field32.ENTRY_CONTROLS);
        boolean isLong = (value & Efer.LONG_MODE_ACTIVE) != 0;
        Vmcs.write(Field32.ENTRY_CONTROLS, isLong ? controls | EntryControls.LONG_MODE_GUEST : controls & ~EntryControls.LONG_MODE_GUEST);
        nestedGeneration = STALE;
    }

    @Override
    public final long dr6() {
        return isLoaded ? Processor.readDr6() : dr6;
    }

    @Override
    public final void dr6(long value) {
        dr6 = value;
        if (isLoaded) {
            Processor.writeDr6(value);
        }
    }

    @Override
    public final long dr7() {
        select();
        return Vmcs.read(FieldNatural.GUEST_DR7);
    }

    @Override
    public final void dr7(long value) {
        select();
        Vmcs.write(FieldNatural.GUEST_DR7, value);
    }

    @Override
    public final long pageAttributeTable() {
        select();
        return Vmcs.read(Field64.GUEST_PAGE_ATTRIBUTE_TABLE);
    }

    @Override
    public final void pageAttributeTable(long value) {
        select();
        Vmcs.write(Field64.GUEST_PAGE_ATTRIBUTE_TABLE, value);
    }

    @Override
    public final long tscOffset() {
        select();
        return Vmcs.read(Field64.TSC_OFFSET);
    }

    @Override
    public final void tscOffset(long ticks) {
        select();
        Vmcs.write(Field64.TSC_OFFSET, ticks);
    }

    @Override
    public final boolean isIn64BitKernel() {
        select();
        return (Vmcs.read(Field32.GUEST_SS_ACCESS_RIGHTS) & PRIVILEGE) == 0 && (Vmcs.read(Field32.GUEST_CS_ACCESS_RIGHTS) & SegmentAttributes.LONG) != 0
                && (Vmcs.read(Field64.GUEST_EFER) & Efer.LONG_MODE_ACTIVE) != 0;
    }

    @Override
    public final boolean ownsMsr(int index) {
        return VmxGuestMsr.isOwned(index);
    }

    @Override
    public final long msr(int index) {
        select();
        return modelSpecific.read(index);
    }

    @Override
    public final void msr(int index, long value) {
        select();
        modelSpecific.write(index, value);
    }

    @Override
    public final int selector(SegmentRegister register) {
        select();
        return SegmentFields.selector(register);
    }

    @Override
    public final long base(SegmentRegister register) {
        select();
        return SegmentFields.base(register);
    }

    @Override
    public final int limit(SegmentRegister register) {
        select();
        return SegmentFields.limit(register);
    }

    @Override
    public final int attributes(SegmentRegister register) {
        select();
        return SegmentFields.attributes(register);
    }

    @Override
    public final void segment(SegmentRegister register, int selector, long base, int limit, int attributes) {
        select();
        SegmentFields.write(register, selector, base, limit, attributes);
    }

    /** That of SS, be it usable or not. Intel SDM vol. 3, section 25.4.1. */
    @Override
    public final int privilegeLevel() {
        select();
        return Vmcs.read(Field32.GUEST_SS_ACCESS_RIGHTS) >> SegmentAttributes.PRIVILEGE_SHIFT & SegmentAttributes.PRIVILEGE_MASK;
    }
}
