/** The x87, SSE and AVX registers of a virtual CPU while it has no CPU. */
package org.peaberry.arch.virtualization;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.CpuidResult;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

/** The hypervisor itself uses none of them, so they move only when another virtual CPU gets the CPU. */
public final class VectorState {
    /** Alignment of {@link #areaSize}. */
    public static final int ALIGNMENT = 64;
    /** Extended control register 0 after reset: x87 only. Intel SDM vol. 1, section 13.3. */
    private static final long CONTROL_RESET = 1;
    private static final short CONTROL_WORD_RESET = 0x37F;
    private static final int SIMD_CONTROL_RESET = 0x1F80;
    private static final int XSAVE_LEAF = 0xD;
    private static final int LEGACY_SIZE = 512;
    private static final long LOW_HALF = 0xffff_ffffL;

    private final Address area;
    private final boolean hasXsave;
    private final long supported;
    private long guestControl = CONTROL_RESET;

    /** @param area zeroed, {@link #areaSize} bytes, aligned to {@link #ALIGNMENT} */
    public VectorState(Address area) {
        this.area = area;
        this.hasXsave = Cpuid.has(CpuFeature.XSAVE);
        CpuidResult leaf = Cpuid.queryIfPresent(XSAVE_LEAF, 0);
        this.supported = (long) leaf.edx() << Integer.SIZE | leaf.eax() & LOW_HALF;
        reset();
    }

    /** Bytes of memory needed on this processor. */
    public static int areaSize() {
        return Cpuid.has(CpuFeature.XSAVE) ? Cpuid.queryIfPresent(XSAVE_LEAF, 0).ecx() : LEGACY_SIZE;
    }

    private void reset() {
        VectorArea start = RawMemory.at(VectorArea.class, area);
        start.controlWord(CONTROL_WORD_RESET);
        start.simdControl(SIMD_CONTROL_RESET);
    }

    /** Puts the registers of the guest into this CPU. */
    public void load() {
        if (hasXsave) {
            Processor.writeExtendedControl(0, supported);
            Processor.restoreExtendedState(area, supported);
            Processor.writeExtendedControl(0, guestControl);
        } else {
            Processor.restoreVectorState(area);
        }
    }

    /** Takes them out of it. XCR0 is read, since not every emulator (QEMU 7.2) lets XSETBV exit. */
    public void save() {
        if (hasXsave) {
            guestControl = Processor.readExtendedControl(0);
            Processor.writeExtendedControl(0, supported);
            Processor.saveExtendedState(area, supported);
        } else {
            Processor.saveVectorState(area);
        }
    }

    /** The guest's XCR0. */
    public long extendedControl() {
        return guestControl;
    }

    /** Sets the guest's XCR0; while it has the CPU. */
    public void extendedControl(long value) {
        guestControl = value;
        if (hasXsave) {
            Processor.writeExtendedControl(0, value);
        }
    }
}
