/** Virtual machine control block. AMD APM vol. 2, appendix B. */
package org.peaberry.arch.svm;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

/** One frame; the processor is given its physical address. */
@RawStructure(size = Vmcb.SIZE)
public interface Vmcb {
    int SIZE = 0x1000;

    @At(0x000)
    VmcbControl control();

    @At(0x400)
    VmcbSave save();
}
