/** Asks the processor what it is and can. */
package org.peaberry.arch.cpu;

import org.peaberry.runtime.memory.RawMemory;

/** Leaves and registers: Intel SDM vol. 2A, CPUID; AMD APM vol. 3, appendix E. Serializes, so not for hot paths. */
public final class Cpuid {
    /** EAX: highest standard leaf; EBX, EDX, ECX: vendor. */
    public static final int VENDOR = 0;
    public static final int EXTENDED_VENDOR = 0x8000_0000;

    private Cpuid() {
    }

    /** Runs CPUID; the result holds until the next query on this CPU. */
    public static CpuidResult query(int leaf, int subleaf) {
        CpuidResult result = PerCpu.area().cpuidResult();
        Processor.cpuid(leaf, subleaf, RawMemory.addressOf(result));
        return result;
    }

    /** Like {@link #query(int, int)}, all zeros when the processor has no such leaf. */
    public static CpuidResult queryIfPresent(int leaf, int subleaf) {
        int highest = query(leaf < 0 ? EXTENDED_VENDOR : VENDOR, 0).eax();
        if (Integer.compareUnsigned(leaf, highest) <= 0) {
            return query(leaf, subleaf);
        }
        CpuidResult none = PerCpu.area().cpuidResult();
        none.eax(0);
        none.ebx(0);
        none.ecx(0);
        none.edx(0);
        return none;
    }

    /** Whether the processor has a feature. */
    public static boolean has(CpuFeature feature) {
        return feature.isIn(queryIfPresent(feature.leaf(), 0));
    }
}
