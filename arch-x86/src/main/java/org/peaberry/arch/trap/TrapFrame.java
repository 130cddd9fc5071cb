/** What an exception or interrupt leaves on the stack: pushed by nasm/traps.asm, then by the processor. Intel SDM vol. 3, figure 6-9. */
package org.peaberry.arch.trap;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;
import org.peaberry.runtime.annotation.Repeated;

/** A handler may change what the interrupted code goes on with. */
@RawStructure(size = TrapFrame.SIZE)
public interface TrapFrame {
    int SIZE = 0xB0;
    /** General registers, without RSP. */
    int GENERAL_REGISTERS = 15;

    /** A general register by its place in the frame: R15 is 0, RAX is 14. */
    @At(0x00)
    @Repeated(count = GENERAL_REGISTERS, stride = Long.BYTES)
    long general(int place);

    @At(0x00)
    @Repeated(count = GENERAL_REGISTERS, stride = Long.BYTES)
    void general(int place, long value);

    @At(0x00)
    long r15();

    @At(0x08)
    long r14();

    @At(0x10)
    long r13();

    @At(0x18)
    long r12();

    @At(0x20)
    long r11();

    @At(0x28)
    long r10();

    @At(0x30)
    long r9();

    @At(0x38)
    long r8();

    @At(0x40)
    long rdi();

    @At(0x48)
    long rsi();

    @At(0x50)
    long rbp();

    @At(0x58)
    long rbx();

    @At(0x60)
    long rdx();

    @At(0x68)
    long rcx();

    @At(0x70)
    long rax();

    @At(0x70)
    void rax(long value);

    @At(0x78)
    long vector();

    /** Zero for vectors without one. */
    @At(0x80)
    long errorCode();

    @At(0x88)
    long rip();

    @At(0x88)
    void rip(long value);

    @At(0x90)
    long cs();

    @At(0x90)
    void cs(long selector);

    @At(0x98)
    long rflags();

    @At(0x98)
    void rflags(long value);

    @At(0xA0)
    long rsp();

    @At(0xA0)
    void rsp(long value);

    @At(0xA8)
    long ss();

    @At(0xA8)
    void ss(long selector);
}
