/** The parts of CPUID's answers that change from vCPU to vCPU, or while it runs. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.CpuidResult;
import org.peaberry.arch.virtualization.GuestRegisters;
import org.peaberry.kernel.interrupt.ApicMode;
import org.peaberry.runtime.annotation.Inline;

final class CpuidAdjustment {
    private static final int APIC_ID_SHIFT = 24;
    private static final int SUBLEAF_MASK = 0xff;
    private static final long LOW_HALF = 0xffff_ffffL;
    /** Leaf 8000_001E: topology, of which the APIC id is in EAX. */
    private static final int EXTENDED_TOPOLOGY = 0x8000_001E;

    private CpuidAdjustment() {
    }

    /** Whether a leaf has such a part. */
    static boolean isFor(int leaf) {
        return switch (leaf) {
            case CpuFeature.Leaf.FEATURES, CpuidPolicy.TOPOLOGY, CpuidPolicy.EXTENDED_STATE, HypervisorLeaves.FEATURES, EXTENDED_TOPOLOGY -> true;
            default -> false;
        };
    }

    /** Completes an answer that is in the registers. */
    @Inline
    static void adjust(VcpuPlatform platform, GuestRegisters registers, int leaf, int subleaf) {
        if (leaf == CpuFeature.Leaf.FEATURES) {
            adjustFeatures(platform, registers);
        } else {
            adjustRareLeaf(platform, registers, leaf, subleaf);
        }
    }

    private static void adjustRareLeaf(VcpuPlatform platform, GuestRegisters registers, int leaf, int subleaf) {
        switch (leaf) {
            case CpuidPolicy.TOPOLOGY -> {
                registers.rcx(registers.rcx() | subleaf & SUBLEAF_MASK);
                registers.rdx(platform.apic().id());
            }
            case CpuidPolicy.EXTENDED_STATE -> adjustExtendedState(registers, subleaf);
            case HypervisorLeaves.FEATURES -> registers.rbx(platform.index());
            case EXTENDED_TOPOLOGY -> registers.rax(platform.apic().id());
            default -> { }
        }
    }

    private static void adjustFeatures(VcpuPlatform platform, GuestRegisters registers) {
        registers.rbx(registers.rbx() | (long) platform.apic().id() << APIC_ID_SHIFT);
        if (platform.processor().isExtendedStateEnabled()) {
            registers.rcx(registers.rcx() | CpuFeature.OS_XSAVE.mask());
        }
        if (platform.apic().mode() == ApicMode.DISABLED) {
            registers.rdx(registers.rdx() & ~CpuFeature.APIC.mask());
        }
    }

    /** The size of the area follows the guest's XCR0, which this CPU has at the moment. */
    private static void adjustExtendedState(GuestRegisters registers, int subleaf) {
        if (subleaf == 0 && registers.rax() != 0) {
            CpuidResult live = Cpuid.query(CpuidPolicy.EXTENDED_STATE, 0);
            registers.rbx(live.ebx() & LOW_HALF);
        }
    }
}
