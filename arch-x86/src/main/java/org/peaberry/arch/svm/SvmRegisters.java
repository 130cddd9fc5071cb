/** The registers of a guest that the VMCB holds. AMD APM vol. 2, table B-2. */
package org.peaberry.arch.svm;

import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.virtualization.SegmentAttributes;
import org.peaberry.arch.virtualization.SegmentRegister;
import org.peaberry.arch.virtualization.SideArea;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.arch.virtualization.VirtualMachine;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** Whoever writes to the VMCB between exits says what {@link #changed}. */
abstract class SvmRegisters extends VirtualCpu {
    /** Attribute bits that the VMCB has in the same place as a descriptor. */
    private static final int LOW_ATTRIBUTES = 0xff;
    private static final int HIGH_ATTRIBUTES = 0xf00;
    /** Bits 8..11 of a descriptor's upper word are part of its limit; the VMCB leaves them out. */
    private static final int LIMIT_BITS = 4;
    /** {@link SegmentAttributes#LONG} where the VMCB has it. */
    private static final int LONG_CODE = SegmentAttributes.LONG >> LIMIT_BITS;

    final VmcbControl control;
    final VmcbSave save;

    SvmRegisters(VirtualMachine machine, PhysicalAddress controlBlock, SideArea area) {
        super(machine, area);
        Vmcb vmcb = RawMemory.at(Vmcb.class, DirectMap.addressOf(controlBlock));
        this.control = vmcb.control();
        this.save = vmcb.save();
    }

    /** The processor must not take these parts of the VMCB from its cache. */
    final void changed(int cleanBits) {
        control.clean(control.clean() & ~cleanBits);
    }

    @Override
    public final long rip() {
        return save.rip();
    }

    @Override
    public final void rip(long value) {
        save.rip(value);
    }

    @Override
    public final long instructionAddress() {
        return save.cs().base() + save.rip();
    }

    @Override
    public final long rflags() {
        return save.rflags();
    }

    @Override
    public final void rflags(long value) {
        save.rflags(value);
    }

    @Override
    public final long cr0() {
        return save.cr0();
    }

    @Override
    public final void cr0(long value) {
        save.cr0(value);
        changed(CleanBits.CONTROL_REGISTERS);
    }

    @Override
    public final long cr2() {
        return save.cr2();
    }

    /** Also in the processor, which the host has no use of: Bochs 2.7 enters the guest without loading it from the VMCB. */
    @Override
    public final void cr2(long value) {
        Processor.writeCr2(value);
        save.cr2(value);
        changed(CleanBits.CR2);
    }

    @Override
    public final long cr3() {
        return save.cr3();
    }

    @Override
    public final void cr3(long value) {
        save.cr3(value);
        changed(CleanBits.CONTROL_REGISTERS);
    }

    @Override
    public final long cr4() {
        return save.cr4();
    }

    @Override
    public final void cr4(long value) {
        save.cr4(value);
        changed(CleanBits.CONTROL_REGISTERS);
    }

    @Override
    public final boolean isExtendedStateEnabled() {
        return (save.cr4() & Cr4.OS_XSAVE) != 0;
    }

    @Override
    public final long dr6() {
        return save.dr6();
    }

    @Override
    public final void dr6(long value) {
        save.dr6(value);
        changed(CleanBits.DEBUG_REGISTERS);
    }

    @Override
    public final long dr7() {
        return save.dr7();
    }

    @Override
    public final void dr7(long value) {
        save.dr7(value);
        changed(CleanBits.DEBUG_REGISTERS);
    }

    @Override
    public final long pageAttributeTable() {
        return save.pageAttributeTable();
    }

    @Override
    public final void pageAttributeTable(long value) {
        save.pageAttributeTable(value);
        changed(CleanBits.NESTED_PAGING);
    }

    @Override
    public final long efer() {
        return save.efer() & ~Efer.SVM;
    }

    /** VMRUN demands SVME in the guest's register. AMD APM vol. 2, section 15.5.1. */
    @Override
    public final void efer(long value) {
        save.efer(value | Efer.SVM);
        changed(CleanBits.CONTROL_REGISTERS);
    }

    @Override
    public final long tscOffset() {
        return control.tscOffset();
    }

    @Override
    public final void tscOffset(long ticks) {
        control.tscOffset(ticks);
        changed(CleanBits.INTERCEPTS);
    }

    @Override
    public final int selector(SegmentRegister register) {
        return Short.toUnsignedInt(segment(register).selector());
    }

    @Override
    public final long base(SegmentRegister register) {
        return segment(register).base();
    }

    @Override
    public final int limit(SegmentRegister register) {
        return segment(register).limit();
    }

    @Override
    public final int attributes(SegmentRegister register) {
        int packed = segment(register).attributes();
        return packed & LOW_ATTRIBUTES | (packed & HIGH_ATTRIBUTES) << LIMIT_BITS;
    }

    @Override
    public final void segment(SegmentRegister register, int selector, long base, int limit, int attributes) {
        VmcbSegment segment = segment(register);
        segment.selector((short) selector);
        segment.base(base);
        segment.limit(limit);
        segment.attributes((short) (attributes & LOW_ATTRIBUTES | attributes >> LIMIT_BITS & HIGH_ATTRIBUTES));
        if (register == SegmentRegister.SS) {
            save.privilegeLevel((byte) (attributes >> SegmentAttributes.PRIVILEGE_SHIFT & SegmentAttributes.PRIVILEGE_MASK));
        }
        changed(CleanBits.SEGMENTS | CleanBits.DESCRIPTOR_TABLES);
    }

    private VmcbSegment segment(SegmentRegister register) {
        return save.segment(register.ordinal());
    }

    @Override
    public final int privilegeLevel() {
        return save.privilegeLevel();
    }

    @Override
    public final boolean isIn64BitKernel() {
        return save.privilegeLevel() == 0 && (save.cs().attributes() & LONG_CODE) != 0 && (save.efer() & Efer.LONG_MODE_ACTIVE) != 0;
    }

    @Override
    public final boolean ownsMsr(int index) {
        return SvmGuestMsr.isOwned(index);
    }

    @Override
    public final long msr(int index) {
        return SvmGuestMsr.read(save, index);
    }

    @Override
    public final void msr(int index, long value) {
        SvmGuestMsr.write(save, index, value);
        changed(CleanBits.NESTED_PAGING);
    }
}
