/** One entry of the interrupt descriptor table. Intel SDM vol. 3, figure 6-8. */
package org.peaberry.arch.trap;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;
import org.peaberry.runtime.unboxed.Address;

@RawStructure(size = Gate.SIZE)
public interface Gate {
    int SIZE = 16;
    /** Present, privilege 0, interrupt gate: interrupts are off in the handler. */
    byte PRESENT_INTERRUPT = (byte) 0x8E;
    int MIDDLE_SHIFT = 16;
    int HIGH_SHIFT = 32;

    @At(0)
    void offsetLow(short bits);

    @At(0)
    short offsetLow();

    @At(2)
    void selector(short selector);

    @At(2)
    short selector();

    /** 1..7, or 0 for the stack in use. */
    @At(4)
    void interruptStack(byte number);

    @At(4)
    byte interruptStack();

    @At(5)
    void kind(byte kind);

    @At(5)
    byte kind();

    @At(6)
    void offsetMiddle(short bits);

    @At(6)
    short offsetMiddle();

    @At(8)
    void offsetHigh(int bits);

    @At(8)
    int offsetHigh();

    /** Makes the gate lead to an address. */
    default void fill(Address target, int selector, int interruptStack) {
        long offset = target.toLong();
        offsetLow((short) offset);
        offsetMiddle((short) (offset >>> MIDDLE_SHIFT));
        offsetHigh((int) (offset >>> HIGH_SHIFT));
        selector((short) selector);
        interruptStack((byte) interruptStack);
        kind(PRESENT_INTERRUPT);
    }
}
