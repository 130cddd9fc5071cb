/** Which of the processor's features a domain sees: the host's CPUID leaves, masked. Intel SDM vol. 2A, CPUID; AMD APM vol. 3, appendix E. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.CpuidResult;
import org.peaberry.runtime.annotation.BootOnly;

/**
 * A feature is shown when the guest can use it with what the hypervisor does for it; everything about performance monitoring, machine
 * checks, power, virtualization and speculation control is not. Each vCPU is a package of one core.
 */
@BootOnly
public final class CpuidPolicy {
    static final int CACHES = 0x4;
    static final int TOPOLOGY = 0xB;
    static final int EXTENDED_STATE = 0xD;
    private static final int LAST_BASIC = 0xD;
    private static final int LAST_EXTENDED = 0x8000_001E;
    private static final int L1_CACHES = 0x8000_0005;
    private static final int L2_CACHES = 0x8000_0006;
    private static final int NAME_FIRST = 0x8000_0002;
    private static final int NAME_LAST = 0x8000_0004;
    private static final int CACHE_TOPOLOGY = 0x8000_001D;
    private static final int CACHE_ROWS = 8;

    /** Leaf 1, ECX: SSE3, PCLMULQDQ, SSSE3, FMA, CMPXCHG16B, SSE4.1, SSE4.2, MOVBE, POPCNT, AES, XSAVE, AVX, F16C, RDRAND. */
    private static final int FEATURES_ECX = 1 << 0 | 1 << 1 | 1 << 9 | 1 << 12 | 1 << 13 | 1 << 19 | 1 << 20 | 1 << 22 | 1 << 23 | 1 << 25
            | 1 << 26 | 1 << 28 | 1 << 29 | 1 << 30;
    /** Leaf 1, EDX: FPU, VME, DE, PSE, TSC, MSR, PAE, CX8, APIC, SEP, PGE, CMOV, PAT, PSE-36, CLFSH, MMX, FXSR, SSE, SSE2. */
    private static final int FEATURES_EDX = 1 << 0 | 1 << 1 | 1 << 2 | 1 << 3 | 1 << 4 | 1 << 5 | 1 << 6 | 1 << 8 | 1 << 9 | 1 << 11 | 1 << 13
            | 1 << 15 | 1 << 16 | 1 << 17 | 1 << 19 | 1 << 23 | 1 << 24 | 1 << 25 | 1 << 26;
    /** Leaf 7, EBX: FSGSBASE, BMI1, AVX2, SMEP, BMI2, ERMS, AVX-512 and its parts, RDSEED, ADX, SMAP, CLFLUSHOPT, CLWB, SHA. */
    private static final int STRUCTURED_EBX = 1 << 0 | 1 << 3 | 1 << 5 | 1 << 7 | 1 << 8 | 1 << 9 | 1 << 16 | 1 << 17 | 1 << 18 | 1 << 19
            | 1 << 20 | 1 << 21 | 1 << 23 | 1 << 24 | 1 << 28 | 1 << 29 | 1 << 30 | 1 << 31;
    /** Leaf 7, ECX: AVX512_VBMI, UMIP, AVX512_VBMI2, GFNI, VAES, VPCLMULQDQ, AVX512_VNNI, AVX512_BITALG, AVX512_VPOPCNTDQ. */
    private static final int STRUCTURED_ECX = 1 << 1 | 1 << 2 | 1 << 6 | 1 << 8 | 1 << 9 | 1 << 10 | 1 << 11 | 1 << 12 | 1 << 14;
    /** Leaf 8000_0001, ECX: LAHF in 64-bit mode, CR8 in 32-bit mode, LZCNT, SSE4A, misaligned SSE, PREFETCHW, XOP, FMA4, TBM. */
    private static final int EXTENDED_ECX = 1 << 0 | 1 << 4 | 1 << 5 | 1 << 6 | 1 << 7 | 1 << 8 | 1 << 11 | 1 << 16 | 1 << 21;
    /** Leaf 8000_0001, EDX: SYSCALL, NX, MMX extensions, fast FXSAVE, 1 GiB pages, RDTSCP, 64-bit mode, 3DNow; and those of leaf 1. */
    private static final int EXTENDED_EDX = FEATURES_EDX & 0x0183_F3FF | 1 << 11 | 1 << 20 | 1 << 22 | 1 << 25 | 1 << 26 | 1 << 27 | 1 << 29
            | 1 << 30 | 1 << 31;
    /** Leaf D subleaf 1, EAX: XSAVEOPT, XSAVEC, XGETBV of subleaf 1. */
    private static final int EXTENDED_STATE_EAX = 1 << 0 | 1 << 1 | 1 << 2;
    private static final int X2APIC = CpuFeature.X2APIC.mask();
    private static final int DEADLINE = CpuFeature.TSC_DEADLINE.mask();
    private static final int HYPERVISOR = CpuFeature.HYPERVISOR.mask();
    /** Leaf 1, EBX: bytes of CLFLUSH / 8 in bits 8..15. */
    private static final int CLFLUSH_MASK = 0xff00;
    private static final int ONE_LOGICAL = 1 << 16;
    /** Leaf B, ECX: what a level is of. */
    private static final int LEVEL_TYPE_SHIFT = 8;
    /** Leaf 4, EAX: cache type, level and properties, without the numbers of sharing CPUs. */
    private static final int CACHE_KIND = 0x3FF;
    /** Leaf 8000_0008, EAX: address sizes. */
    private static final int ADDRESS_SIZES = 0xFFFF;
    private static final int EXTENDED_STATE_ROWS = 64;

    private final CpuidTable table = new CpuidTable();

    private CpuidPolicy() {
    }

    /** The table of a domain on this machine, but for the hypervisor's own leaves. */
    public static CpuidTable ofHost() {
        CpuidPolicy policy = new CpuidPolicy();
        policy.addBasic();
        policy.addExtended();
        return policy.table;
    }

    private void addBasic() {
        CpuidResult host = Cpuid.query(Cpuid.VENDOR, 0);
        int last = Math.min(host.eax(), LAST_BASIC);
        add(Cpuid.VENDOR, last, host.ebx(), host.ecx(), host.edx());
        addFeatures();
        if (last >= CACHES) {
            addCaches(CACHES);
        }
        if (last >= CpuFeature.Leaf.STRUCTURED_FEATURES) {
            CpuidResult features = Cpuid.query(CpuFeature.Leaf.STRUCTURED_FEATURES, 0);
            table.add(CpuFeature.Leaf.STRUCTURED_FEATURES, 0, 0, features.ebx() & STRUCTURED_EBX, features.ecx() & STRUCTURED_ECX, 0);
        }
        if (last >= TOPOLOGY) {
            addTopology();
        }
        if (last >= EXTENDED_STATE && Cpuid.has(CpuFeature.XSAVE)) {
            addExtendedState();
        }
    }

    private void addFeatures() {
        CpuidResult host = Cpuid.query(CpuFeature.Leaf.FEATURES, 0);
        int ecx = host.ecx() & FEATURES_ECX | X2APIC | DEADLINE | HYPERVISOR;
        add(CpuFeature.Leaf.FEATURES, host.eax(), host.ebx() & CLFLUSH_MASK | ONE_LOGICAL, ecx, host.edx() & FEATURES_EDX);
    }

    private void addCaches(int leaf) {
        for (int i = 0; i < CACHE_ROWS; i++) {
            CpuidResult host = Cpuid.query(leaf, i);
            table.add(leaf, i, host.eax() & CACHE_KIND, host.ebx(), host.ecx(), host.edx());
        }
    }

    /** One level: a package of one; the APIC id comes in EDX at run time. */
    private void addTopology() {
        int threadLevel = 1 << LEVEL_TYPE_SHIFT;
        int coreLevel = 2 << LEVEL_TYPE_SHIFT | 1;
        table.add(TOPOLOGY, 0, 0, 1, threadLevel, 0);
        table.add(TOPOLOGY, 1, 1, 1, coreLevel, 0);
    }

    private void addExtendedState() {
        CpuidResult first = Cpuid.query(EXTENDED_STATE, 0);
        int low = first.eax();
        int high = first.edx();
        table.add(EXTENDED_STATE, 0, low, first.ebx(), first.ecx(), high);
        table.add(EXTENDED_STATE, 1, Cpuid.query(EXTENDED_STATE, 1).eax() & EXTENDED_STATE_EAX, 0, 0, 0);
        long components = (long) high << Integer.SIZE | Integer.toUnsignedLong(low);
        for (int i = 2; i < EXTENDED_STATE_ROWS; i++) {
            if ((components >>> i & 1) != 0) {
                CpuidResult component = Cpuid.query(EXTENDED_STATE, i);
                table.add(EXTENDED_STATE, i, component.eax(), component.ebx(), component.ecx(), component.edx());
            }
        }
    }

    private void addExtended() {
        CpuidResult host = Cpuid.query(Cpuid.EXTENDED_VENDOR, 0);
        int last = Integer.compareUnsigned(host.eax(), LAST_EXTENDED) < 0 ? host.eax() : LAST_EXTENDED;
        add(Cpuid.EXTENDED_VENDOR, last, host.ebx(), host.ecx(), host.edx());
        CpuidResult features = Cpuid.query(CpuFeature.Leaf.EXTENDED_FEATURES, 0);
        add(CpuFeature.Leaf.EXTENDED_FEATURES, features.eax(), features.ebx(), features.ecx() & EXTENDED_ECX, features.edx() & EXTENDED_EDX);
        for (int leaf = NAME_FIRST; leaf <= NAME_LAST; leaf++) {
            addAsIs(leaf);
        }
        addAsIs(L1_CACHES);
        addAsIs(L2_CACHES);
        int power = Cpuid.queryIfPresent(CpuFeature.Leaf.POWER_MANAGEMENT, 0).edx();
        add(CpuFeature.Leaf.POWER_MANAGEMENT, 0, 0, 0, power & CpuFeature.INVARIANT_TSC.mask());
        add(CpuFeature.Leaf.ADDRESS_SIZES, Cpuid.queryIfPresent(CpuFeature.Leaf.ADDRESS_SIZES, 0).eax() & ADDRESS_SIZES, 0, 0, 0);
        if (Integer.compareUnsigned(last, CACHE_TOPOLOGY) >= 0) {
            addCaches(CACHE_TOPOLOGY);
        }
    }

    private void addAsIs(int leaf) {
        CpuidResult host = Cpuid.queryIfPresent(leaf, 0);
        add(leaf, host.eax(), host.ebx(), host.ecx(), host.edx());
    }

    private void add(int leaf, int eax, int ebx, int ecx, int edx) {
        table.add(leaf, CpuidTable.ANY, eax, ebx, ecx, edx);
    }
}
