/** A guest executed the hypercall instruction: passes its registers to the call and back. */
package org.peaberry.kernel.hypercall;

import static org.peaberry.kernel.abi.Errno.ENOSYS;
import static org.peaberry.kernel.abi.Errno.EPERM;

import org.peaberry.arch.virtualization.GuestRegisters;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.kernel.domain.GuestRequest;
import org.peaberry.kernel.domain.Vcpu;

/**
 * The number is in RAX, arguments are in RDI, RSI, RDX, R10 and R8, the result goes to RAX (Xen: public/arch-x86/xen-x86_64.h). Only
 * kernel mode may call. Callers in 32-bit code have structures of another layout, which is not offered: they get ENOSYS.
 */
public final class HypercallExit implements GuestRequest {
    private final Hypercalls hypercalls;

    public HypercallExit(Hypercalls hypercalls) {
        this.hypercalls = hypercalls;
    }

    @Override
    public void serve(Vcpu vcpu) {
        VirtualCpu processor = vcpu.processor();
        GuestRegisters registers = processor.registers();
        long result = call(vcpu, processor, registers);
        if (hypercalls.isPreempted()) {
            storeArguments(registers);
            return;
        }
        registers.rax(result);
        processor.advance();
    }

    private long call(Vcpu vcpu, VirtualCpu processor, GuestRegisters registers) {
        hypercalls.begin(vcpu);
        if (!processor.isIn64BitKernel()) {
            return processor.privilegeLevel() != 0 ? EPERM : ENOSYS;
        }
        loadArguments(registers);
        return hypercalls.serve(registers.rax());
    }

    private void loadArguments(GuestRegisters registers) {
        hypercalls.argument(0, registers.rdi());
        hypercalls.argument(1, registers.rsi());
        hypercalls.argument(2, registers.rdx());
        hypercalls.argument(3, registers.r10());
        hypercalls.argument(4, registers.r8());
    }

    /** The guest makes a call that was cut short again, with the arguments as they are now. */
    private void storeArguments(GuestRegisters registers) {
        registers.rdi(hypercalls.argument(0));
        registers.rsi(hypercalls.argument(1));
        registers.rdx(hypercalls.argument(2));
        registers.r10(hypercalls.argument(3));
        registers.r8(hypercalls.argument(4));
    }
}
