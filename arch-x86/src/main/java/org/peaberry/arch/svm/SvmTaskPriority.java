/** CR8 of a guest: V_TPR in the VMCB, and the interception of its writes while an interrupt waits for it to fall. AMD APM vol. 2, section 15.21.4. */
package org.peaberry.arch.svm;

import org.peaberry.arch.decode.DecodedInstruction;
import org.peaberry.arch.trap.ExceptionVector;

final class SvmTaskPriority {
    private static final int CR8_WRITE = 1 << 16 + 8;
    private static final long LARGEST = 15;

    private final SvmVirtualCpu cpu;
    private final VmcbControl control;

    SvmTaskPriority(SvmVirtualCpu cpu, VmcbControl control) {
        this.cpu = cpu;
        this.control = control;
    }

    int read() {
        return control.virtualInterrupt() & VirtualInterrupt.TASK_PRIORITY_MASK;
    }

    void write(int priorityClass) {
        control.virtualInterrupt(control.virtualInterrupt() & ~VirtualInterrupt.TASK_PRIORITY_MASK | priorityClass);
        cpu.changed(CleanBits.VIRTUAL_INTERRUPT);
    }

    void intercept(boolean isWanted) {
        int before = control.controlRegisterIntercepts();
        int after = isWanted ? before | CR8_WRITE : before & ~CR8_WRITE;
        if (after != before) {
            control.controlRegisterIntercepts(after);
            cpu.changed(CleanBits.INTERCEPTS);
        }
    }

    /** Executes the write that was intercepted. */
    void serve(DecodedInstruction instruction) {
        long value = cpu.registers().value(instruction.rmRegister());
        if (Long.compareUnsigned(value, LARGEST) > 0) {
            cpu.injectException(ExceptionVector.GENERAL_PROTECTION.number(), 0);
            return;
        }
        write((int) value);
        cpu.advance(instruction.length());
    }
}
