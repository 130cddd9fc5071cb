/** The global descriptor table of one CPU. Intel SDM vol. 3, sections 3.4.5 and 8.2.3. */
package org.peaberry.arch.cpu;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;
import org.peaberry.runtime.annotation.Repeated;

@RawStructure(size = DescriptorTable.SIZE)
public interface DescriptorTable {
    int SLOTS = 5;
    int SIZE = SLOTS * Long.BYTES;

    @At(0)
    @Repeated(count = SLOTS, stride = Long.BYTES)
    long slot(int index);

    @At(0)
    @Repeated(count = SLOTS, stride = Long.BYTES)
    void slot(int index, long descriptor);
}
