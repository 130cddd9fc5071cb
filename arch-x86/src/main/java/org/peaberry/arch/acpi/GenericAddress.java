/** An ACPI generic address structure. ACPI specification 6.5, section 5.2.3.2. */
package org.peaberry.arch.acpi;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

@RawStructure(size = 12)
public interface GenericAddress {
    byte SYSTEM_MEMORY = 0;
    byte SYSTEM_IO = 1;
    byte PCI_CONFIGURATION = 2;

    @At(0)
    byte space();

    @At(1)
    byte bitWidth();

    @At(4)
    long address();
}
