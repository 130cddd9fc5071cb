/** RDMSR of a register that the guest may not read directly. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.virtualization.GuestRegisters;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.kernel.domain.GuestRequest;
import org.peaberry.kernel.domain.Vcpu;
import org.peaberry.kernel.interrupt.LocalApic;

final class MsrReadExit implements GuestRequest {
    private static final long LOW_HALF = 0xffff_ffffL;

    @Override
    public void serve(Vcpu vcpu) {
        VirtualCpu processor = vcpu.processor();
        LocalApic apic = VcpuPlatform.of(vcpu).apic();
        MsrPolicy policy = VcpuPlatform.of(vcpu).domain().registers();
        int index = (int) processor.registers().rcx();
        switch (index) {
            case Msr.TIME_STAMP_COUNTER -> finish(processor, Processor.timeStampCounter() + processor.tscOffset());
            case Msr.EFER -> finish(processor, processor.efer());
            case Msr.APIC_BASE -> finish(processor, ApicMsrs.base(vcpu, apic));
            case Msr.TSC_DEADLINE -> finish(processor, apic.timerDeadline());
            default -> {
                if (index == Msr.TSC_AUX && policy.hasTscAux()) {
                    finish(processor, processor.tscAux());
                } else if (ApicMsrs.contains(index) && ApicMsrs.isReadable(apic, index)) {
                    finish(processor, ApicMsrs.read(apic, index));
                } else if (processor.ownsMsr(index)) {
                    finish(processor, processor.msr(index));
                } else if (policy.isFixed(index)) {
                    finish(processor, policy.value(index));
                } else {
                    GuestFault.generalProtection(processor);
                }
            }
        }
    }

    private static void finish(VirtualCpu processor, long value) {
        GuestRegisters registers = processor.registers();
        registers.rax(value & LOW_HALF);
        registers.rdx(value >>> Integer.SIZE);
        processor.advance();
    }
}
