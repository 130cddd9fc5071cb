/** Whether a segment lets an instruction at its operand. Intel SDM vol. 3, sections 5.3, 5.4.1 and 5.5. */
package org.peaberry.arch.decode;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.virtualization.CodeSize;
import org.peaberry.arch.virtualization.SegmentAttributes;
import org.peaberry.arch.virtualization.SegmentRegister;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.runtime.unboxed.GuestVirtualAddress;

/** In 64-bit mode only canonical addresses count. Elsewhere types and limits do; in real mode the limit alone. */
final class SegmentRules {
    private static final int CODE = 1 << 3;
    /** Of a data segment: offsets up to the limit are the forbidden ones. */
    private static final int EXPANDS_DOWN = 1 << 2;
    /** Data that may be written; code that may be read. */
    private static final int WRITABLE_OR_READABLE = 1 << 1;
    private static final long LAST_OFFSET_16 = 0xffffL;
    private static final long LAST_OFFSET_32 = 0xffff_ffffL;

    private SegmentRules() {
    }

    /** @param address linear address of the operand @param offset its offset in the segment @param width bytes */
    static boolean isPermitted(VirtualCpu cpu, SegmentRegister segment, long offset, GuestVirtualAddress address, int width, boolean isWrite) {
        if (cpu.codeSize() == CodeSize.BITS_64) {
            PagingMode mode = PagingMode.of(cpu);
            return mode.isCanonical(address.toLong()) && mode.isCanonical(address.toLong() + width - 1);
        }
        int attributes = cpu.attributes(segment);
        return (!isProtected(cpu) || isPermittedType(attributes, isWrite)) && isInLimit(cpu, segment, attributes, offset, width);
    }

    private static boolean isProtected(VirtualCpu cpu) {
        return (cpu.cr0() & Cr0.PROTECTION) != 0 && (cpu.rflags() & Rflags.VIRTUAL_8086) == 0;
    }

    private static boolean isPermittedType(int attributes, boolean isWrite) {
        if ((attributes & SegmentAttributes.PRESENT) == 0) {
            return false;
        }
        boolean isCode = (attributes & CODE) != 0;
        boolean hasRight = (attributes & WRITABLE_OR_READABLE) != 0;
        return isWrite ? !isCode && hasRight : !isCode || hasRight;
    }

    private static boolean isInLimit(VirtualCpu cpu, SegmentRegister segment, int attributes, long offset, int width) {
        long limit = cpu.limit(segment) & LAST_OFFSET_32;
        long last = offset + width - 1;
        if ((attributes & (CODE | EXPANDS_DOWN)) == EXPANDS_DOWN) {
            return offset > limit && last <= ((attributes & SegmentAttributes.BIG) != 0 ? LAST_OFFSET_32 : LAST_OFFSET_16);
        }
        return last <= limit;
    }
}
