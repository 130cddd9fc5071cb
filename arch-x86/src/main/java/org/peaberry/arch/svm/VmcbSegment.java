/** A segment register in the VMCB. AMD APM vol. 2, table B-2 and section 15.5.1. */
package org.peaberry.arch.svm;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

@RawStructure(size = VmcbSegment.SIZE)
public interface VmcbSegment {
    int SIZE = 0x10;

    @At(0x000)
    short selector();

    @At(0x000)
    void selector(short value);

    /** Bits 0..7: bits 40..47 of the descriptor; bits 8..11: its bits 52..55. */
    @At(0x002)
    short attributes();

    @At(0x002)
    void attributes(short value);

    /** Scaled to bytes. */
    @At(0x004)
    int limit();

    @At(0x004)
    void limit(int value);

    @At(0x008)
    long base();

    @At(0x008)
    void base(long value);
}
