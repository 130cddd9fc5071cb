/** General registers of a guest while it does not run, in the order of their encoding. Intel SDM vol. 2A, table 2-2. */
package org.peaberry.arch.virtualization;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;
import org.peaberry.runtime.annotation.Repeated;

/** Assembly that enters and leaves guests knows the offsets. RAX and RSP are copied to where the processor wants them. */
@RawStructure(size = GuestRegisters.SIZE)
public interface GuestRegisters {
    int COUNT = 16;
    int SIZE = COUNT * Long.BYTES;

    /** A register by its number in instruction encodings, 0..15. */
    @At(0)
    @Repeated(count = COUNT, stride = Long.BYTES)
    long value(int register);

    @At(0)
    @Repeated(count = COUNT, stride = Long.BYTES)
    void value(int register, long value);

    @At(0x00)
    long rax();

    @At(0x00)
    void rax(long value);

    @At(0x08)
    long rcx();

    @At(0x08)
    void rcx(long value);

    @At(0x10)
    long rdx();

    @At(0x10)
    void rdx(long value);

    @At(0x18)
    long rbx();

    @At(0x18)
    void rbx(long value);

    @At(0x20)
    long rsp();

    @At(0x20)
    void rsp(long value);

    @At(0x28)
    long rbp();

    @At(0x28)
    void rbp(long value);

    @At(0x30)
    long rsi();

    @At(0x30)
    void rsi(long value);

    @At(0x38)
    long rdi();

    @At(0x38)
    void rdi(long value);

    @At(0x40)
    long r8();

    @At(0x40)
    void r8(long value);

    @At(0x48)
    long r9();

    @At(0x48)
    void r9(long value);

    @At(0x50)
    long r10();

    @At(0x50)
    void r10(long value);

    @At(0x58)
    long r11();

    @At(0x58)
    void r11(long value);

    @At(0x60)
    long r12();

    @At(0x60)
    void r12(long value);

    @At(0x68)
    long r13();

    @At(0x68)
    void r13(long value);

    @At(0x70)
    long r14();

    @At(0x70)
    void r14(long value);

    @At(0x78)
    long r15();

    @At(0x78)
    void r15(long value);
}
