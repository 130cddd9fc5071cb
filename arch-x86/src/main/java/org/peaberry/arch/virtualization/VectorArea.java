/** The start of an area for FXSAVE or XSAVE. Intel SDM vol. 1, table 10-2. */
package org.peaberry.arch.virtualization;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

@RawStructure(size = VectorArea.SIZE)
interface VectorArea {
    /** Legacy region and XSAVE header. */
    int SIZE = 0x240;

    /** FCW. */
    @At(0x00)
    void controlWord(short value);

    /** MXCSR. */
    @At(0x18)
    void simdControl(int value);
}
