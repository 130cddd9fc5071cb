/** VMCB state save area: the processor registers of a guest. AMD APM vol. 2, table B-2. */
package org.peaberry.arch.svm;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;
import org.peaberry.runtime.annotation.Repeated;

/** FS, GS, LDTR, TR and STAR to SYSENTER_EIP are moved by VMLOAD and VMSAVE, the rest by VMRUN. */
@RawStructure(size = VmcbSave.SIZE)
public interface VmcbSave {
    int SIZE = 0xC00;
    /** Distance of one segment register from the next, in the order of {@link org.peaberry.arch.virtualization.SegmentRegister}. */
    int SEGMENT_STRIDE = VmcbSegment.SIZE;
    int SEGMENTS = 10;

    @At(0x000)
    @Repeated(count = SEGMENTS, stride = SEGMENT_STRIDE)
    VmcbSegment segment(int index);

    @At(0x000)
    VmcbSegment es();

    @At(0x010)
    VmcbSegment cs();

    @At(0x020)
    VmcbSegment ss();

    @At(0x030)
    VmcbSegment ds();

    @At(0x040)
    VmcbSegment fs();

    @At(0x050)
    VmcbSegment gs();

    @At(0x060)
    VmcbSegment gdtr();

    @At(0x070)
    VmcbSegment ldtr();

    @At(0x080)
    VmcbSegment idtr();

    @At(0x090)
    VmcbSegment tr();

    /** 0..3. */
    @At(0x0CB)
    byte privilegeLevel();

    @At(0x0CB)
    void privilegeLevel(byte value);

    /** With SVME set, which the guest does not see. */
    @At(0x0D0)
    long efer();

    @At(0x0D0)
    void efer(long value);

    @At(0x148)
    long cr4();

    @At(0x148)
    void cr4(long value);

    @At(0x150)
    long cr3();

    @At(0x150)
    void cr3(long value);

    @At(0x158)
    long cr0();

    @At(0x158)
    void cr0(long value);

    @At(0x160)
    long dr7();

    @At(0x160)
    void dr7(long value);

    @At(0x168)
    long dr6();

    @At(0x168)
    void dr6(long value);

    @At(0x170)
    long rflags();

    @At(0x170)
    void rflags(long value);

    @At(0x178)
    long rip();

    @At(0x178)
    void rip(long value);

    @At(0x1D8)
    long rsp();

    @At(0x1D8)
    void rsp(long value);

    /** S_CET. */
    @At(0x1E0)
    long supervisorControlFlow();

    @At(0x1E0)
    void supervisorControlFlow(long value);

    /** SSP. */
    @At(0x1E8)
    long shadowStackPointer();

    @At(0x1E8)
    void shadowStackPointer(long value);

    /** ISST_ADDR. */
    @At(0x1F0)
    long shadowStackTable();

    @At(0x1F0)
    void shadowStackTable(long value);

    @At(0x1F8)
    long rax();

    @At(0x1F8)
    void rax(long value);

    @At(0x200)
    long star();

    @At(0x200)
    void star(long value);

    @At(0x208)
    long lstar();

    @At(0x208)
    void lstar(long value);

    @At(0x210)
    long cstar();

    @At(0x210)
    void cstar(long value);

    @At(0x218)
    long systemCallMask();

    @At(0x218)
    void systemCallMask(long value);

    @At(0x220)
    long kernelGsBase();

    @At(0x220)
    void kernelGsBase(long value);

    @At(0x228)
    long sysenterCs();

    @At(0x228)
    void sysenterCs(long value);

    @At(0x230)
    long sysenterEsp();

    @At(0x230)
    void sysenterEsp(long value);

    @At(0x238)
    long sysenterEip();

    @At(0x238)
    void sysenterEip(long value);

    @At(0x240)
    long cr2();

    @At(0x240)
    void cr2(long value);

    /** Used with nested paging. */
    @At(0x268)
    long pageAttributeTable();

    @At(0x268)
    void pageAttributeTable(long value);

    @At(0x270)
    long debugControl();

    @At(0x270)
    void debugControl(long value);

    @At(0x278)
    long lastBranchFrom();

    @At(0x278)
    void lastBranchFrom(long value);

    @At(0x280)
    long lastBranchTo();

    @At(0x280)
    void lastBranchTo(long value);

    @At(0x288)
    long lastExceptionFrom();

    @At(0x288)
    void lastExceptionFrom(long value);

    @At(0x290)
    long lastExceptionTo();

    @At(0x290)
    void lastExceptionTo(long value);

    @At(0x2E0)
    long speculationControl();

    @At(0x2E0)
    void speculationControl(long value);
}
