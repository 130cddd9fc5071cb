/** VMCB control area: what is intercepted and how the guest runs. AMD APM vol. 2, table B-1. */
package org.peaberry.arch.svm;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;
import org.peaberry.runtime.unboxed.PhysicalAddress;

@RawStructure(size = VmcbControl.SIZE)
public interface VmcbControl {
    int SIZE = 0x400;

    /** Bits 0..15: reads of CR0 to CR15; bits 16..31: writes. */
    @At(0x000)
    int controlRegisterIntercepts();

    @At(0x000)
    void controlRegisterIntercepts(int value);

    /** Bits 0..15: reads of DR0 to DR15; bits 16..31: writes. */
    @At(0x004)
    int debugRegisterIntercepts();

    @At(0x004)
    void debugRegisterIntercepts(int value);

    /** A bit for each vector. */
    @At(0x008)
    int exceptionIntercepts();

    @At(0x008)
    void exceptionIntercepts(int value);

    /** Bits of {@link Intercepts1}. */
    @At(0x00C)
    int intercepts1();

    @At(0x00C)
    void intercepts1(int value);

    /** Bits of {@link Intercepts2}. */
    @At(0x010)
    int intercepts2();

    @At(0x010)
    void intercepts2(int value);

    /** INVLPGB and its like. */
    @At(0x014)
    int intercepts3();

    @At(0x014)
    void intercepts3(int value);

    /** Cycles between PAUSEs that belong to one loop. */
    @At(0x03C)
    short pauseFilterThreshold();

    @At(0x03C)
    void pauseFilterThreshold(short value);

    /** PAUSEs before one is intercepted. */
    @At(0x03E)
    short pauseFilterCount();

    @At(0x03E)
    void pauseFilterCount(short value);

    @At(0x040)
    PhysicalAddress portPermissionMap();

    @At(0x040)
    void portPermissionMap(PhysicalAddress value);

    @At(0x048)
    PhysicalAddress msrPermissionMap();

    @At(0x048)
    void msrPermissionMap(PhysicalAddress value);

    @At(0x050)
    long tscOffset();

    @At(0x050)
    void tscOffset(long value);

    /** Never 0: that is the host. */
    @At(0x058)
    int asid();

    @At(0x058)
    void asid(int value);

    /** One of {@link TlbControl}. */
    @At(0x05C)
    byte tlbControl();

    @At(0x05C)
    void tlbControl(byte value);

    /** Bits of {@link VirtualInterrupt}. */
    @At(0x060)
    int virtualInterrupt();

    @At(0x060)
    void virtualInterrupt(int value);

    @At(0x064)
    int virtualInterruptVector();

    @At(0x064)
    void virtualInterruptVector(int value);

    /** Bits of {@link InterruptState}. */
    @At(0x068)
    long interruptState();

    @At(0x068)
    void interruptState(long value);

    /** A code of {@link ExitCode}. */
    @At(0x070)
    long exitCode();

    @At(0x070)
    void exitCode(long value);

    /** Depends on the exit code. */
    @At(0x078)
    long exitInfo1();

    @At(0x078)
    void exitInfo1(long value);

    /** Depends on the exit code. */
    @At(0x080)
    long exitInfo2();

    @At(0x080)
    void exitInfo2(long value);

    /** The event whose delivery the exit interrupted, as {@link Event}. */
    @At(0x088)
    long exitInterruptInfo();

    @At(0x088)
    void exitInterruptInfo(long value);

    /** Bits of {@link NestedPaging}. */
    @At(0x090)
    long nestedPagingControl();

    @At(0x090)
    void nestedPagingControl(long value);

    @At(0x098)
    long apicBar();

    @At(0x098)
    void apicBar(long value);

    @At(0x0A0)
    long guestHypervisorBlock();

    @At(0x0A0)
    void guestHypervisorBlock(long value);

    /** An {@link Event}. */
    @At(0x0A8)
    long eventInjection();

    @At(0x0A8)
    void eventInjection(long value);

    /** Root of the nested page table. */
    @At(0x0B0)
    PhysicalAddress nestedPageTable();

    @At(0x0B0)
    void nestedPageTable(PhysicalAddress value);

    /** Bit 0: last-branch records; bit 1: VMLOAD and VMSAVE in the guest. */
    @At(0x0B8)
    long virtualizationExtensions();

    @At(0x0B8)
    void virtualizationExtensions(long value);

    /** Bits of {@link CleanBits}. */
    @At(0x0C0)
    int clean();

    @At(0x0C0)
    void clean(int value);

    /** With {@link org.peaberry.arch.cpu.CpuFeature#NEXT_RIP_SAVE}. */
    @At(0x0C8)
    long nextRip();

    @At(0x0C8)
    void nextRip(long value);

    /** With decode assists: how many bytes of the instruction follow. */
    @At(0x0D0)
    byte fetchedCount();

    @At(0x0D0)
    void fetchedCount(byte value);

    /** The first of 15. */
    @At(0x0D1)
    byte firstFetched();

    @At(0x0E0)
    long apicBackingPage();

    @At(0x0E0)
    void apicBackingPage(long value);

    @At(0x0F0)
    long logicalApicTable();

    @At(0x0F0)
    void logicalApicTable(long value);

    @At(0x0F8)
    long physicalApicTable();

    @At(0x0F8)
    void physicalApicTable(long value);

    @At(0x108)
    long encryptedSaveArea();

    @At(0x108)
    void encryptedSaveArea(long value);
}
