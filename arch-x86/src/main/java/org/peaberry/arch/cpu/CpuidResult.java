/** The four registers that CPUID answers in. */
package org.peaberry.arch.cpu;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

@RawStructure(size = 16)
public interface CpuidResult {
    @At(0)
    int eax();

    @At(0)
    void eax(int value);

    @At(4)
    int ebx();

    @At(4)
    void ebx(int value);

    @At(8)
    int ecx();

    @At(8)
    void ecx(int value);

    @At(12)
    int edx();

    @At(12)
    void edx(int value);
}
