/** How wide addresses are on this processor. Intel SDM vol. 2A, CPUID leaf 8000_0008H. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;

final class AddressLimits {
    private static final int WIDTH_MASK = 0xff;
    /** Of a processor that does not tell. */
    private static final int LEAST_PHYSICAL = 36;
    private static final int LEAST_LINEAR = 48;

    final int physicalWidth;
    final int linearWidth;

    AddressLimits() {
        int sizes = Cpuid.queryIfPresent(CpuFeature.Leaf.ADDRESS_SIZES, 0).eax();
        int linear = sizes >>> Byte.SIZE & WIDTH_MASK;
        physicalWidth = sizes == 0 ? LEAST_PHYSICAL : sizes & WIDTH_MASK;
        linearWidth = linear == 0 ? LEAST_LINEAR : linear;
    }

    long physicalMask() {
        return (1L << physicalWidth) - 1;
    }

    /** Whether the bits above the highest implemented one are equal to it. */
    boolean isCanonical(long address) {
        int unused = Long.SIZE - linearWidth;
        return address << unused >> unused == address;
    }

    /** Whether the bits above the highest implemented one are equal to each other, be it as it may. */
    boolean hasUniformTop(long address) {
        long top = address >> linearWidth;
        return top == 0 || top == -1;
    }
}
