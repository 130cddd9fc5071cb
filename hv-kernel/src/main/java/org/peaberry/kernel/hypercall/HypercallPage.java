/** The page of code that a guest calls through: one stub a hypercall. */
package org.peaberry.kernel.hypercall;

import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.HostFrame;

/**
 * A stub is {@code mov eax, number; vmmcall; ret} at 32 times the number (Xen: public/xen.h; Linux calls at these offsets). The stub of
 * iret, which guests with nested paging cannot use, is an undefined instruction.
 */
public final class HypercallPage {
    private static final int STUB_BYTES = 32;
    private static final int IRET = 23;
    /** Where the calling instruction starts, after the move. */
    private static final int CALL = 1 + Integer.BYTES;
    private static final byte MOVE_TO_EAX = (byte) 0xb8;
    private static final byte TWO_BYTE_OPCODE = 0x0f;
    private static final byte GROUP_7 = 0x01;
    private static final byte RETURN = (byte) 0xc3;
    private static final byte UNDEFINED = 0x0b;
    private static final byte BREAKPOINT = (byte) 0xcc;

    private HypercallPage() {
    }

    /** Fills a 4 KiB page. */
    public static void fill(Address page, HypercallInstruction instruction) {
        Memory.fillBytes(page.toLong(), BREAKPOINT, HostFrame.SIZE);
        for (int number = 0; number < HostFrame.SIZE / STUB_BYTES; number++) {
            Address stub = page.plus((long) number * STUB_BYTES);
            if (number == IRET) {
                stub.store(0, TWO_BYTE_OPCODE);
                stub.store(1, UNDEFINED);
            } else {
                fillStub(stub, number, instruction);
            }
        }
    }

    private static void fillStub(Address stub, int number, HypercallInstruction instruction) {
        stub.store(0, MOVE_TO_EAX);
        stub.store(1, number);
        stub.store(CALL, TWO_BYTE_OPCODE);
        stub.store(CALL + 1, GROUP_7);
        stub.store(CALL + 2, instruction.lastByte());
        stub.store(CALL + 3, RETURN);
    }
}
