/** The pseudo-descriptor that LGDT and LIDT read. Intel SDM vol. 3, section 3.5.1. */
package org.peaberry.arch.cpu;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;
import org.peaberry.runtime.unboxed.Address;

@RawStructure(size = 10)
public interface TableRegister {
    /** Bytes of the table, less one. */
    @At(0)
    void limit(short limit);

    @At(0)
    short limit();

    @At(2)
    void base(Address base);

    @At(2)
    Address base();
}
