/** The operand in memory of INS or OUTS: segment, alignment and page faults as the guest's processor raises them. Intel SDM vol. 2A, "INS", and 2B, "OUTS". */
package org.peaberry.arch.decode;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.arch.virtualization.SegmentRegister;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.runtime.unboxed.GuestVirtualAddress;

/** After {@link #read} or {@link #open} said no, {@link #raise} gives the guest the exception; there is none when the address is not of RAM. */
final class StringOperand {
    private static final int USER_LEVEL = 3;

    private final VirtualCpu cpu;
    private final GuestOperand memory;
    private ExceptionVector exception;

    StringOperand(VirtualCpu cpu) {
        this.cpu = cpu;
        this.memory = new GuestOperand(cpu, new GuestPageWalk(cpu));
    }

    /** Reads the element of OUTS; it is then {@link #value}. */
    boolean read(DecodedInstruction in, int width) {
        SegmentRegister segment = in.segmentOverride == DecodedInstruction.NONE ? SegmentRegister.DS : SegmentRegister.of(in.segmentOverride);
        GuestVirtualAddress from = LinearAddress.ofSource(cpu, in);
        long offset = RegisterOperand.low(cpu.registers(), LinearAddress.RSI, in.addressBytes());
        return isInSegment(segment, offset, from, width, false) && isPaged(memory.read(from, width));
    }

    /** Whether the element of INS can be written: the port is read only then, because reading can change the device. */
    boolean open(DecodedInstruction in, int width) {
        GuestVirtualAddress to = LinearAddress.ofDestination(cpu, in);
        long offset = RegisterOperand.low(cpu.registers(), LinearAddress.RDI, in.addressBytes());
        return isInSegment(SegmentRegister.ES, offset, to, width, true) && isPaged(memory.isWritable(to, width));
    }

    int value() {
        return (int) memory.value();
    }

    /** Writes the element for which {@link #open} said yes. */
    void write(DecodedInstruction in, int width, int value) {
        memory.write(LinearAddress.ofDestination(cpu, in), width, value);
    }

    /** Gives the guest the exception of the failure; false when it was none. */
    boolean raise() {
        if (exception == null) {
            return false;
        }
        if (exception == ExceptionVector.PAGE_FAULT) {
            cpu.cr2(memory.faultAddress());
            cpu.injectException(exception.number(), memory.errorCode());
        } else {
            cpu.injectException(exception.number(), 0);
        }
        return true;
    }

    private boolean isInSegment(SegmentRegister segment, long offset, GuestVirtualAddress address, int width, boolean isWrite) {
        exception = null;
        if (!SegmentRules.isPermitted(cpu, segment, offset, address, width, isWrite)) {
            exception = segment == SegmentRegister.SS ? ExceptionVector.STACK_FAULT : ExceptionVector.GENERAL_PROTECTION;
        } else if (isAlignmentChecked() && (address.toLong() & width - 1) != 0) {
            exception = ExceptionVector.ALIGNMENT_CHECK;
        }
        return exception == null;
    }

    private boolean isAlignmentChecked() {
        return cpu.privilegeLevel() == USER_LEVEL && (cpu.cr0() & Cr0.ALIGNMENT_MASK) != 0 && (cpu.rflags() & Rflags.ALIGNMENT_CHECK) != 0;
    }

    private boolean isPaged(boolean isThere) {
        if (!isThere && memory.isFault()) {
            exception = ExceptionVector.PAGE_FAULT;
        }
        return isThere;
    }
}
