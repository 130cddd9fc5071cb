/** .debug_frame: how to find a method's caller from each of its instructions. DWARF 5, §6.4. */
package org.peaberry.compiler.debug;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.emit.CompiledMethod;

/** The return address lies below the canonical frame address (CFA); no other register is preserved. */
final class CallFrames {
    private static final long COMMON_INFORMATION = 0xffffffffL;
    private static final int VERSION = 4;
    private static final int DATA_ALIGNMENT = -8;
    private static final int NO_OPERATION = 0;
    private static final int ADVANCE_1 = 0x02;
    private static final int ADVANCE_4 = 0x04;
    private static final int UNDEFINED = 0x07;
    private static final int DEFINE_CFA = 0x0c;
    private static final int DEFINE_CFA_OFFSET = 0x0e;
    /** In the opcode's upper two bits; the rest is the delta, or the register. */
    private static final int ADVANCE = 0x40;
    private static final int OFFSET = 0x80;
    private static final int LARGEST_ADVANCE = 0x3f;
    private static final int LARGEST_BYTE = 0xff;
    private static final int RETURN_ADDRESS_SIZE = Long.BYTES;

    private final DwarfBytes bytes = new DwarfBytes();

    private CallFrames() {
    }

    /** @param methods in ascending order of their addresses
     * @param text    all code: where there is no compiled method, callers are unknown */
    static byte[] of(List<PlacedMethod> methods, CodeRange text) {
        CallFrames frames = new CallFrames();
        frames.commonInformation();
        long end = text.start();
        for (PlacedMethod method : methods) {
            frames.outermost(end, method.address());
            frames.method(method);
            end = method.range().end();
        }
        frames.outermost(end, text.end());
        return frames.bytes.toByteArray();
    }

    private void commonInformation() {
        int begin = bytes.beginLength();
        bytes.put32(COMMON_INFORMATION).put8(VERSION).putString("");
        int segmentSelectorSize = 0;
        bytes.put8(Long.BYTES, segmentSelectorSize).putUnsigned(1).putSigned(DATA_ALIGNMENT).putUnsigned(DwarfRegister.RETURN_ADDRESS);
        bytes.put8(DEFINE_CFA).putUnsigned(DwarfRegister.STACK_POINTER).putUnsigned(RETURN_ADDRESS_SIZE);
        bytes.put8(OFFSET | DwarfRegister.RETURN_ADDRESS).putUnsigned(1);
        for (int register = 0; register < DwarfRegister.RETURN_ADDRESS; register++) {
            if (register != DwarfRegister.STACK_POINTER) {
                bytes.put8(UNDEFINED).putUnsigned(register);
            }
        }
        end(begin);
    }

    private void method(PlacedMethod method) {
        int begin = description(method.address(), method.size());
        List<CompiledMethod.Frame> changes = new ArrayList<>(method.compiled().frames());
        int offset = 0;
        int size = 0;
        for (CompiledMethod.Frame change : changes) {
            if (change.bytes() != size) {
                advance(change.offset() - offset);
                bytes.put8(DEFINE_CFA_OFFSET).putUnsigned(change.bytes() + RETURN_ADDRESS_SIZE);
                offset = change.offset();
                size = change.bytes();
            }
        }
        end(begin);
    }

    /** Code that nobody describes: a debugger's list of callers ends there. */
    private void outermost(long from, long to) {
        if (from < to) {
            int begin = description(from, to - from);
            bytes.put8(UNDEFINED).putUnsigned(DwarfRegister.RETURN_ADDRESS);
            end(begin);
        }
    }

    private int description(long address, long size) {
        int begin = bytes.beginLength();
        int commonInformation = 0;
        bytes.put32(commonInformation).put64(address).put64(size);
        return begin;
    }

    private void advance(int delta) {
        if (delta <= LARGEST_ADVANCE) {
            bytes.put8(ADVANCE | delta);
        } else if (delta <= LARGEST_BYTE) {
            bytes.put8(ADVANCE_1, delta);
        } else {
            bytes.put8(ADVANCE_4).put32(delta);
        }
    }

    private void end(int begin) {
        bytes.align(begin, Long.BYTES, NO_OPERATION).endLength(begin);
    }
}
