/** CPUID: answers from the domain's table, with what changes from vCPU to vCPU or while it runs. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.CpuidResult;
import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.virtualization.GuestRegisters;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.kernel.domain.GuestRequest;
import org.peaberry.kernel.domain.Vcpu;
import org.peaberry.kernel.interrupt.ApicMode;

final class CpuidExit implements GuestRequest {
    private static final int APIC_ID_SHIFT = 24;
    private static final long LOW_HALF = 0xffff_ffffL;
    /** Leaf 8000_001E: topology, of which the APIC id is in EAX. */
    private static final int EXTENDED_TOPOLOGY = 0x8000_001E;

    @Override
    public void serve(Vcpu vcpu) {
        GuestRegisters registers = vcpu.processor().registers();
        CpuidTable table = VcpuPlatform.of(vcpu).domain().cpuid();
        int leaf = (int) registers.rax();
        int subleaf = (int) registers.rcx();
        int row = table.find(leaf, subleaf);
        if (row == CpuidTable.NONE) {
            set(registers, 0, 0, 0, 0);
        } else {
            set(registers, table.eax(row), table.ebx(row), table.ecx(row), table.edx(row));
        }
        adjust(vcpu, registers, leaf, subleaf);
        vcpu.processor().advance();
    }

    private static void adjust(Vcpu vcpu, GuestRegisters registers, int leaf, int subleaf) {
        int apicId = VcpuPlatform.of(vcpu).apic().id();
        switch (leaf) {
            case CpuFeature.Leaf.FEATURES -> adjustFeatures(vcpu, registers, apicId);
            case CpuidPolicy.TOPOLOGY -> {
                registers.rcx(registers.rcx() | subleaf & 0xff);
                registers.rdx(apicId);
            }
            case CpuidPolicy.EXTENDED_STATE -> adjustExtendedState(registers, subleaf);
            case HypervisorLeaves.FEATURES -> registers.rbx(vcpu.index());
            case EXTENDED_TOPOLOGY -> registers.rax(apicId);
            default -> { }
        }
    }

    private static void adjustFeatures(Vcpu vcpu, GuestRegisters registers, int apicId) {
        VirtualCpu processor = vcpu.processor();
        registers.rbx(registers.rbx() | (long) apicId << APIC_ID_SHIFT);
        if ((processor.cr4() & Cr4.OS_XSAVE) != 0) {
            registers.rcx(registers.rcx() | CpuFeature.OS_XSAVE.mask());
        }
        if (VcpuPlatform.of(vcpu).apic().mode() == ApicMode.DISABLED) {
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

    private static void set(GuestRegisters registers, int eax, int ebx, int ecx, int edx) {
        registers.rax(eax & LOW_HALF);
        registers.rbx(ebx & LOW_HALF);
        registers.rcx(ecx & LOW_HALF);
        registers.rdx(edx & LOW_HALF);
    }
}
