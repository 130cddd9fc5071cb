/** The 64-bit task-state segment. Intel SDM vol. 3, figure 8-11. */
package org.peaberry.arch.cpu;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;
import org.peaberry.runtime.annotation.Repeated;
import org.peaberry.runtime.unboxed.Address;

/** Its 8-byte fields are not aligned, as the processor wants it. */
@RawStructure(size = TaskState.SIZE)
public interface TaskState {
    int SIZE = 104;
    int INTERRUPT_STACKS = 7;

    /** Upper end of an interrupt stack; index 0 is what a gate calls 1. */
    @At(0x24)
    @Repeated(count = INTERRUPT_STACKS, stride = Long.BYTES)
    Address interruptStack(int index);

    @At(0x24)
    @Repeated(count = INTERRUPT_STACKS, stride = Long.BYTES)
    void interruptStack(int index, Address top);

    /** Beyond the segment: there is no I/O permission map. */
    @At(0x66)
    void ioMapOffset(short offset);

    @At(0x66)
    short ioMapOffset();
}
