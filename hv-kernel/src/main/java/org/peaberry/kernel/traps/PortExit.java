/** IN or OUT at an intercepted port. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.virtualization.GuestRegisters;
import org.peaberry.arch.virtualization.PortAccess;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.kernel.domain.GuestRequest;
import org.peaberry.kernel.domain.Vcpu;

/** INS and OUTS are for devices with data streams, of which none is intercepted: they fault. */
final class PortExit implements GuestRequest {
    private static final long LOW_HALF = 0xffff_ffffL;

    @Override
    public void serve(Vcpu vcpu) {
        VirtualCpu processor = vcpu.processor();
        PortAccess access = processor.portAccess();
        if (access.isString()) {
            GuestFault.generalProtection(processor);
            return;
        }
        GuestRegisters registers = processor.registers();
        int width = access.width();
        PortDevice device = VcpuPlatform.of(vcpu).domain().ports().at(access.port());
        if (access.isInput()) {
            registers.rax(merge(registers.rax(), device.in(access.port(), width), width));
        } else {
            device.out(access.port(), width, (int) truncate(registers.rax(), width));
        }
        processor.advance();
    }

    /** IN of a double word clears the upper half of RAX; narrower ones leave the rest. */
    private static long merge(long before, int value, int width) {
        return width == Integer.BYTES ? value & LOW_HALF : before & ~maskOf(width) | truncate(value, width);
    }

    private static long truncate(long value, int width) {
        return value & maskOf(width);
    }

    private static long maskOf(int width) {
        return (1L << width * Byte.SIZE) - 1;
    }
}
