/** What every ACPI table starts with. ACPI specification 6.5, section 5.2.6. */
package org.peaberry.arch.acpi;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

@RawStructure(size = TableHeader.SIZE)
public interface TableHeader {
    int SIZE = 36;

    /** Four characters, the first in the lowest byte. */
    @At(0)
    int signature();

    /** Bytes of the whole table. */
    @At(4)
    int length();

    @At(8)
    byte revision();
}
