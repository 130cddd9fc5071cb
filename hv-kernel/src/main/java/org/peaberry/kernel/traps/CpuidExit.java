/** CPUID: answers from the domain's table. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.virtualization.GuestRegisters;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.kernel.domain.GuestRequest;
import org.peaberry.kernel.domain.Vcpu;

final class CpuidExit implements GuestRequest {
    @Override
    public void serve(Vcpu vcpu) {
        VcpuPlatform platform = VcpuPlatform.of(vcpu);
        VirtualCpu processor = platform.processor();
        GuestRegisters registers = processor.registers();
        int subleaf = (int) registers.rcx();
        CpuidRow row = platform.cpuid().find((int) registers.rax(), subleaf);
        row.give(registers);
        if (row.isAdjusted) {
            CpuidAdjustment.adjust(platform, registers, row.leaf, subleaf);
        }
        processor.advance();
    }
}
