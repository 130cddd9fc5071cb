/** The root system description pointer. ACPI specification 6.5, section 5.2.5.3. */
package org.peaberry.arch.acpi;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

@RawStructure(size = RootPointer.SIZE)
public interface RootPointer {
    int SIZE = 36;
    /** Bytes that ACPI 1.0 has, and its checksum covers. */
    int OLD_SIZE = 20;
    /** "RSD PTR ". */
    long SIGNATURE = 0x2052_5450_2044_5352L;

    @At(0)
    long signature();

    /** 0 for ACPI 1.0, which has no XSDT. */
    @At(15)
    byte revision();

    @At(16)
    int rsdt();

    @At(20)
    int length();

    @At(24)
    long xsdt();
}
