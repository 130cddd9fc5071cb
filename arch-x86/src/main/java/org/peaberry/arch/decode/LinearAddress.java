/** Linear addresses of an instruction's operands. Intel SDM vol. 1, section 3.7.5; vol. 3, section 3.2.4. */
package org.peaberry.arch.decode;

import org.peaberry.arch.virtualization.SegmentRegister;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.runtime.unboxed.GuestVirtualAddress;

final class LinearAddress {
    static final int RSP = 4;
    static final int RBP = 5;
    static final int RSI = 6;
    static final int RDI = 7;
    private static final long LOW_WORD = 0xffff_ffffL;

    private LinearAddress() {
    }

    /** Of the operand in ModR/M, or the offset of a MOV without it. */
    static GuestVirtualAddress ofOperand(VirtualCpu cpu, DecodedInstruction in) {
        long address = in.displacement;
        if (in.base != DecodedInstruction.NONE) {
            address += cpu.registers().value(in.base);
        }
        if (in.index != DecodedInstruction.NONE) {
            address += cpu.registers().value(in.index) << in.scale;
        }
        if (in.isInstructionRelative) {
            address += cpu.rip() + in.length();
        }
        boolean isStack = in.base == RSP || in.base == RBP;
        return inSegment(cpu, in, address, isStack ? SegmentRegister.SS : SegmentRegister.DS);
    }

    /** Of the source of a string instruction: DS:RSI, or another segment by a prefix. */
    static GuestVirtualAddress ofSource(VirtualCpu cpu, DecodedInstruction in) {
        return inSegment(cpu, in, cpu.registers().rsi(), SegmentRegister.DS);
    }

    /** Of the destination of a string instruction: ES:RDI, prefixes or not. */
    static GuestVirtualAddress ofDestination(VirtualCpu cpu, DecodedInstruction in) {
        return linear(cpu, in, truncate(in, cpu.registers().rdi()), SegmentRegister.ES);
    }

    private static GuestVirtualAddress inSegment(VirtualCpu cpu, DecodedInstruction in, long offset, SegmentRegister usual) {
        SegmentRegister segment = in.segmentOverride == DecodedInstruction.NONE ? usual : SegmentRegister.of(in.segmentOverride);
        return linear(cpu, in, truncate(in, offset), segment);
    }

    private static GuestVirtualAddress linear(VirtualCpu cpu, DecodedInstruction in, long offset, SegmentRegister segment) {
        if (!in.is64Bit()) {
            return GuestVirtualAddress.of(cpu.base(segment) + offset & LOW_WORD);
        }
        boolean hasBase = segment == SegmentRegister.FS || segment == SegmentRegister.GS;
        return GuestVirtualAddress.of(hasBase ? cpu.base(segment) + offset : offset);
    }

    private static long truncate(DecodedInstruction in, long offset) {
        int unused = Long.SIZE - in.addressBytes() * Byte.SIZE;
        return offset << unused >>> unused;
    }
}
