/** Bits that are reserved in the model-specific registers that an entry or an exit loads. Intel SDM vol. 4, table 2-2. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.CpuidResult;
import org.peaberry.arch.cpu.Efer;

final class RegisterLimits {
    /** LBR and BTF; TR, BTS, BTINT, BTS_OFF_OS, BTS_OFF_USR, the two freezes, uncore interrupts and the freeze in system management mode. */
    private static final long DEBUG_CONTROL = 0x7fc3;
    private static final long BUS_LOCK_DETECTION = 1L << 2;
    private static final long TRANSACTION_DEBUG = 1L << 15;
    private static final int PERFORMANCE_LEAF = 0xA;
    private static final int BYTE_MASK = 0xff;
    private static final int FIXED_COUNTERS_MASK = 0x1f;
    private static final int FIXED_SHIFT = 32;
    /** Bits 18, 23, 30:28, 54:48 and 63:57. Intel SDM vol. 3, section 33.2.8.2. */
    static final long TRACE_RESERVED = 0xfe7f_0000_7084_0000L;
    /** Bits 15:4 and 63:23. Intel SDM vol. 3, section 20.1.1. */
    static final long LAST_BRANCH_RESERVED = 0xffff_ffff_ff80_fff0L;
    /** Bits 11:2 of IA32_BNDCFGS. Intel SDM vol. 1, appendix E.3. */
    static final long BOUND_RESERVED = 0xffc;

    final long eferReserved = ~(Efer.SYSTEM_CALL | Efer.LONG_MODE_ENABLE | Efer.LONG_MODE_ACTIVE | (Cpuid.has(CpuFeature.NX) ? Efer.NO_EXECUTE : 0));
    final long debugControlReserved = ~(DEBUG_CONTROL | (Cpuid.has(CpuFeature.BUS_LOCK_DETECTION) ? BUS_LOCK_DETECTION : 0)
            | (Cpuid.has(CpuFeature.RTM) ? TRANSACTION_DEBUG : 0));
    final long performanceReserved = ~performanceCounters();

    /** A bit for each counter: general ones from bit 0, fixed ones from bit 32. */
    private static long performanceCounters() {
        CpuidResult leaf = Cpuid.queryIfPresent(PERFORMANCE_LEAF, 0);
        int version = leaf.eax() & BYTE_MASK;
        int general = leaf.eax() >>> Byte.SIZE & BYTE_MASK;
        int fixed = version > 1 ? leaf.edx() & FIXED_COUNTERS_MASK : 0;
        return (1L << general) - 1 | (1L << fixed) - 1 << FIXED_SHIFT;
    }
}
