/** IN, OUT, INS or OUTS at an intercepted port. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.decode.PortDevice;
import org.peaberry.arch.virtualization.GuestRegisters;
import org.peaberry.arch.virtualization.PortAccess;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.kernel.domain.GuestRequest;
import org.peaberry.kernel.domain.Vcpu;

final class PortExit implements GuestRequest {
    private static final long LOW_HALF = 0xffff_ffffL;

    private final GuestCrash crash;

    PortExit(GuestCrash crash) {
        this.crash = crash;
    }

    @Override
    public void serve(Vcpu vcpu) {
        serve(vcpu, vcpu.processor().portAccess());
    }

    void serve(Vcpu vcpu, PortAccess access) {
        VirtualCpu processor = vcpu.processor();
        VcpuPlatform platform = VcpuPlatform.of(vcpu);
        PortDevice device = platform.domain().ports().at(access.port());
        if (!access.isString()) {
            move(processor.registers(), access, device);
            processor.advance();
        } else if (!platform.portStrings().emulate(access, device)) {
            crash.portString(vcpu, access);
        }
    }

    private static void move(GuestRegisters registers, PortAccess access, PortDevice device) {
        int width = access.width();
        if (access.isInput()) {
            registers.rax(merge(registers.rax(), device.in(access.port(), width), width));
        } else {
            device.out(access.port(), width, (int) truncate(registers.rax(), width));
        }
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
