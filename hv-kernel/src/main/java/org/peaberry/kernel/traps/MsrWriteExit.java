/** WRMSR of a register that the guest may not write directly. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.virtualization.GuestRegisters;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.kernel.domain.GuestRequest;
import org.peaberry.kernel.domain.Vcpu;
import org.peaberry.kernel.hypercall.HypercallInstruction;
import org.peaberry.kernel.hypercall.HypercallPage;
import org.peaberry.kernel.interrupt.LocalApic;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestFrame;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

final class MsrWriteExit implements GuestRequest {
    private static final long LOW_HALF = 0xffff_ffffL;
    private static final long PAGE_OFFSET = GuestFrame.SIZE - 1;

    @Override
    public void serve(Vcpu vcpu) {
        VirtualCpu processor = vcpu.processor();
        GuestRegisters registers = processor.registers();
        long value = registers.rdx() << Integer.SIZE | registers.rax() & LOW_HALF;
        if (write(vcpu, processor, (int) registers.rcx(), value)) {
            processor.advance();
        } else {
            GuestFault.generalProtection(processor);
        }
    }

    private static boolean write(Vcpu vcpu, VirtualCpu processor, int index, long value) {
        LocalApic apic = VcpuPlatform.of(vcpu).apic();
        if (ApicMsrs.contains(index)) {
            return ApicMsrs.write(apic, index, value);
        }
        MsrPolicy policy = VcpuPlatform.of(vcpu).domain().registers();
        switch (index) {
            case Msr.TIME_STAMP_COUNTER -> processor.tscOffset(value - Processor.timeStampCounter());
            case Msr.EFER -> {
                return writeEfer(processor, policy, value);
            }
            case Msr.APIC_BASE -> {
                return ApicMsrs.writeBase(vcpu, apic, value);
            }
            case Msr.TSC_DEADLINE -> apic.setTimerDeadline(value);
            case HypervisorLeaves.HYPERCALL_PAGE_MSR -> {
                return installHypercallPage(vcpu, policy, value);
            }
            default -> {
                return writeOther(processor, policy, index, value);
            }
        }
        return true;
    }

    /** Registers of a fixed value take writes without effect, as long as firmware or Linux is known to write them. */
    private static boolean writeOther(VirtualCpu processor, MsrPolicy policy, int index, long value) {
        if (index == Msr.TSC_AUX && policy.hasTscAux()) {
            processor.tscAux(value & LOW_HALF);
            return true;
        }
        if (processor.ownsMsr(index)) {
            processor.msr(index, value);
            return true;
        }
        return policy.isFixed(index);
    }

    /** AMD APM vol. 2, section 14.6: paging and its 64-bit form change in a fixed order. */
    private static boolean writeEfer(VirtualCpu processor, MsrPolicy policy, long value) {
        long old = processor.efer();
        boolean isPaging = (processor.cr0() & Cr0.PAGING) != 0;
        boolean changesMode = ((old ^ value) & Efer.LONG_MODE_ENABLE) != 0;
        if ((value & ~policy.eferBits()) != 0 || isPaging && changesMode) {
            return false;
        }
        processor.efer(value & ~Efer.LONG_MODE_ACTIVE | old & Efer.LONG_MODE_ACTIVE);
        return true;
    }

    /** The lower bits choose one of the hypercall pages, of which there is one. */
    private static boolean installHypercallPage(Vcpu vcpu, MsrPolicy policy, long value) {
        Address page = vcpu.domain().memory().writableAddressOf(GuestPhysicalAddress.of(value & ~PAGE_OFFSET));
        if ((value & PAGE_OFFSET) != 0 || page.isZero()) {
            return false;
        }
        HypercallPage.fill(page, HypercallInstruction.of(policy.hypercallInstruction()));
        return true;
    }
}
