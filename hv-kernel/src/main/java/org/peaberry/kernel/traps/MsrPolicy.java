/** Model-specific registers that guests read without an effect: their values. AMD APM vol. 2, appendix A; Intel SDM vol. 4, table 2-2. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.virtualization.GuestPermissions;

/** What neither this nor the processor nor {@link ApicMsrs} knows is not there: a general protection fault. */
public final class MsrPolicy {
    private static final int CAPACITY = 48;
    /** "Auth" of "AuthenticAMD". */
    private static final int AMD_EBX = 0x68747541;
    /** In HARDWARE_CONFIGURATION: the time-stamp counter runs at the speed of the highest performance state. */
    private static final long TSC_FREQUENCY_SELECTED = 1L << 24;
    /** In DECODE_CONFIGURATION: LFENCE waits for all earlier instructions. */
    private static final long LFENCE_SERIALIZES = 1L << 1;
    /** In VM_CR: AMD-V is off for good. */
    private static final long SVM_DISABLED_AND_LOCKED = 1L << 3 | 1L << 4;
    /** In MISC_ENABLE: neither branch trace storage nor precise event sampling. */
    private static final long NO_TRACES = 1L << 11 | 1L << 12;

    private final int[] indexes = new int[CAPACITY];
    private final long[] values = new long[CAPACITY];
    private int count;
    private final long eferBits;
    private final boolean hasTscAux;
    private final int hypercallInstruction;

    /** @param hypercallInstruction as {@link org.peaberry.arch.virtualization.VirtualizationBackend#hypercallInstruction} says */
    public MsrPolicy(int hypercallInstruction) {
        this.hypercallInstruction = hypercallInstruction;
        this.hasTscAux = Cpuid.has(CpuFeature.RDTSCP);
        this.eferBits = Efer.SYSTEM_CALL | Efer.LONG_MODE_ENABLE | Efer.LONG_MODE_ACTIVE | (Cpuid.has(CpuFeature.NX) ? Efer.NO_EXECUTE : 0)
                | (isAmd() ? Efer.FAST_FXSAVE : 0);
        addCommon();
        if (isAmd()) {
            addAmd();
        }
    }

    private void addCommon() {
        add(Msr.P5_MC_ADDRESS, 0);
        add(Msr.P5_MC_TYPE, 0);
        add(Msr.PLATFORM_ID, 0);
        add(Msr.MICROCODE_REVISION, Processor.readMsr(Msr.MICROCODE_REVISION));
        add(Msr.MTRR_CAPABILITY, 0);
        add(Msr.MTRR_DEFAULT_TYPE, 0);
        add(Msr.MACHINE_CHECK_CAPABILITY, 0);
        add(Msr.MACHINE_CHECK_STATUS, 0);
        add(Msr.MISC_ENABLE, NO_TRACES);
        add(Msr.DEBUG_CONTROL, 0);
        add(HypervisorLeaves.HYPERCALL_PAGE_MSR, 0);
    }

    private void addAmd() {
        add(Msr.SYSTEM_CONFIGURATION, 0);
        add(Msr.HARDWARE_CONFIGURATION, TSC_FREQUENCY_SELECTED);
        add(Msr.TOP_OF_MEMORY, 0);
        add(Msr.TOP_OF_MEMORY2, 0);
        add(Msr.INTERRUPT_PENDING_MESSAGE, 0);
        add(Msr.VM_CR, SVM_DISABLED_AND_LOCKED);
        add(Msr.LOAD_STORE_CONFIGURATION, 0);
        add(Msr.INSTRUCTION_CACHE_CONFIGURATION, 0);
        add(Msr.DECODE_CONFIGURATION, LFENCE_SERIALIZES);
    }

    private void add(int index, long value) {
        indexes[count] = index;
        values[count++] = value;
    }

    private static boolean isAmd() {
        return Cpuid.query(Cpuid.VENDOR, 0).ebx() == AMD_EBX;
    }

    /** Lets the guest read directly what needs no thought; the rest of what it owns the backend has permitted. */
    public void permit(GuestPermissions permissions) {
        permissions.interceptMsr(Msr.EFER, true, true);
    }

    /** Whether a register has a fixed value. */
    boolean isFixed(int index) {
        return find(index) >= 0;
    }

    /** Its value. */
    long value(int index) {
        return values[find(index)];
    }

    /** EFER bits that the guest may set. */
    long eferBits() {
        return eferBits;
    }

    boolean hasTscAux() {
        return hasTscAux;
    }

    /** The instruction that fills the hypercall page. */
    int hypercallInstruction() {
        return hypercallInstruction;
    }

    private int find(int index) {
        for (int i = 0; i < count; i++) {
            if (indexes[i] == index) {
                return i;
            }
        }
        return -1;
    }
}
