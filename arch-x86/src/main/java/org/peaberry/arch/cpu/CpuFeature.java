/** Feature bits that CPUID reports, by leaf, register and bit. Intel SDM vol. 2A, CPUID; AMD APM vol. 3, appendix E. */
package org.peaberry.arch.cpu;

public enum CpuFeature {
    MONITOR(Leaf.FEATURES, Register.ECX, 3),
    VMX(Leaf.FEATURES, Register.ECX, 5),
    SSE4_1(Leaf.FEATURES, Register.ECX, 19),
    X2APIC(Leaf.FEATURES, Register.ECX, 21),
    TSC_DEADLINE(Leaf.FEATURES, Register.ECX, 24),
    XSAVE(Leaf.FEATURES, Register.ECX, 26),
    OS_XSAVE(Leaf.FEATURES, Register.ECX, 27),
    AVX(Leaf.FEATURES, Register.ECX, 28),
    RDRAND(Leaf.FEATURES, Register.ECX, 30),
    HYPERVISOR(Leaf.FEATURES, Register.ECX, 31),
    TSC(Leaf.FEATURES, Register.EDX, 4),
    MSR(Leaf.FEATURES, Register.EDX, 5),
    APIC(Leaf.FEATURES, Register.EDX, 9),
    MTRR(Leaf.FEATURES, Register.EDX, 12),
    PGE(Leaf.FEATURES, Register.EDX, 13),
    PAT(Leaf.FEATURES, Register.EDX, 16),
    FXSR(Leaf.FEATURES, Register.EDX, 24),
    SGX(Leaf.STRUCTURED_FEATURES, Register.EBX, 2),
    SMEP(Leaf.STRUCTURED_FEATURES, Register.EBX, 7),
    ERMS(Leaf.STRUCTURED_FEATURES, Register.EBX, 9),
    INVPCID(Leaf.STRUCTURED_FEATURES, Register.EBX, 10),
    RTM(Leaf.STRUCTURED_FEATURES, Register.EBX, 11),
    SMAP(Leaf.STRUCTURED_FEATURES, Register.EBX, 20),
    PROCESSOR_TRACE(Leaf.STRUCTURED_FEATURES, Register.EBX, 25),
    UMIP(Leaf.STRUCTURED_FEATURES, Register.ECX, 2),
    BUS_LOCK_DETECTION(Leaf.STRUCTURED_FEATURES, Register.ECX, 24),
    SVM(Leaf.EXTENDED_FEATURES, Register.ECX, 2),
    NX(Leaf.EXTENDED_FEATURES, Register.EDX, 20),
    GIGABYTE_PAGES(Leaf.EXTENDED_FEATURES, Register.EDX, 26),
    RDTSCP(Leaf.EXTENDED_FEATURES, Register.EDX, 27),
    LONG_MODE(Leaf.EXTENDED_FEATURES, Register.EDX, 29),
    INVARIANT_TSC(Leaf.POWER_MANAGEMENT, Register.EDX, 8),
    NESTED_PAGING(Leaf.SVM, Register.EDX, 0),
    SVM_LOCK(Leaf.SVM, Register.EDX, 2),
    NEXT_RIP_SAVE(Leaf.SVM, Register.EDX, 3),
    TSC_RATE(Leaf.SVM, Register.EDX, 4),
    VMCB_CLEAN_BITS(Leaf.SVM, Register.EDX, 5),
    FLUSH_BY_ASID(Leaf.SVM, Register.EDX, 6),
    DECODE_ASSISTS(Leaf.SVM, Register.EDX, 7),
    PAUSE_FILTER(Leaf.SVM, Register.EDX, 10),
    VIRTUAL_GIF(Leaf.SVM, Register.EDX, 16);

    /** Leaf numbers, ascending. */
    public static final class Leaf {
        public static final int FEATURES = 0x0000_0001;
        public static final int STRUCTURED_FEATURES = 0x0000_0007;
        public static final int TSC_FREQUENCY = 0x0000_0015;
        public static final int EXTENDED_FEATURES = 0x8000_0001;
        public static final int POWER_MANAGEMENT = 0x8000_0007;
        public static final int ADDRESS_SIZES = 0x8000_0008;
        public static final int SVM = 0x8000_000A;

        private Leaf() {
        }
    }

    private enum Register { EAX, EBX, ECX, EDX }

    private final int leaf;
    private final Register register;
    private final int bit;

    CpuFeature(int leaf, Register register, int bit) {
        this.leaf = leaf;
        this.register = register;
        this.bit = bit;
    }

    /** The leaf whose subleaf 0 reports it. */
    public int leaf() {
        return leaf;
    }

    /** Whether a result of its leaf has the bit. */
    public boolean isIn(CpuidResult result) {
        int word = switch (register) {
            case EAX -> result.eax();
            case EBX -> result.ebx();
            case ECX -> result.ecx();
            case EDX -> result.edx();
        };
        return (word >>> bit & 1) != 0;
    }

    /** The feature's bit in its register. */
    public int mask() {
        return 1 << bit;
    }
}
