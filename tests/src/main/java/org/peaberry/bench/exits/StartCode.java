/** The measuring guest's way from its entry in 32-bit mode to 64-bit mode. Intel SDM vol. 3, section 10.8.5. */
package org.peaberry.bench.exits;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.peaberry.compiler.encode.Assembler;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;

/** In 32-bit mode most instructions are encoded as in 64-bit mode without a REX prefix. */
final class StartCode {
    private static final int CODE = 8;
    private static final int DATA = 16;
    private static final long[] DESCRIPTORS = {0, 0x00AF_9B00_0000_FFFFL, 0x00CF_9300_0000_FFFFL};     // none, 64-bit code, data
    private static final byte FAR_JUMP = (byte) 0xEA;
    private static final int PRESENT_WRITABLE = 3;
    private static final int LARGE_PAGE = 0x83;
    private static final int LARGE_PAGE_SHIFT = 21;
    private static final int MSR_EFER = 0xC000_0080;
    private static final int LONG_MODE_ENABLE = 1 << 8;
    private static final int PAE = 1 << 5;
    private static final int PAGING = 1 << 31;

    private final Assembler code = new Assembler();

    private StartCode() {
    }

    /** Puts code and descriptors into the guest's content, which starts at {@link GuestLayout#BASE}. */
    static void write(ByteBuffer content) {
        content.position(0).put(new StartCode().assemble());
        content.put(FAR_JUMP).putInt(GuestLayout.LONG_MODE).putShort((short) CODE);
        content.position(GuestLayout.DESCRIPTORS - GuestLayout.BASE);
        for (long descriptor : DESCRIPTORS) {
            content.putLong(descriptor);
        }
        content.position(GuestLayout.DESCRIPTORS_POINTER - GuestLayout.BASE);
        content.order(ByteOrder.LITTLE_ENDIAN).putShort((short) (DESCRIPTORS.length * Long.BYTES - 1)).putInt(GuestLayout.DESCRIPTORS);
    }

    private byte[] assemble() {
        store(GuestLayout.PAGE_MAP, GuestLayout.PAGE_POINTERS | PRESENT_WRITABLE);
        store(GuestLayout.PAGE_POINTERS, GuestLayout.PAGE_DIRECTORY | PRESENT_WRITABLE);
        store(GuestLayout.PAGE_DIRECTORY + (GuestLayout.BASE >> LARGE_PAGE_SHIFT) * Long.BYTES, GuestLayout.BASE | LARGE_PAGE);
        setControl(4, PAE);
        code.moveImmediate(Register.RAX, GuestLayout.PAGE_MAP);
        code.system(Form.MOV_TO_CR, 3, Register.RAX);
        code.moveImmediate(Register.RCX, Integer.toUnsignedLong(MSR_EFER));
        code.moveImmediate(Register.RAX, LONG_MODE_ENABLE);
        code.moveImmediate(Register.RDX, 0);
        code.zo(Form.WRMSR);
        setControl(0, PAGING);
        code.m(Form.LGDT, Width.DOUBLE, at(GuestLayout.DESCRIPTORS_POINTER));
        code.moveImmediate(Register.RAX, DATA);
        code.system(Form.MOV_TO_SEGMENT, 2, Register.RAX);
        return code.finish();
    }

    private void setControl(int register, int bit) {
        code.system(Form.MOV_FROM_CR, register, Register.RAX);
        code.mi(Form.OR_I, Width.DOUBLE, Register.RAX, bit);
        code.system(Form.MOV_TO_CR, register, Register.RAX);
    }

    private void store(int address, int value) {
        code.mi(Form.MOV_I, Width.DOUBLE, at(address), value);
    }

    private static MemoryOperand at(int address) {
        return new MemoryOperand(null, null, 0, address, null, false);
    }
}
