/** CPUID leaves by which guests recognise Xen's interface. Xen: public/arch-x86/cpuid.h. */
package org.peaberry.kernel.traps;

import org.peaberry.kernel.hypercall.HypervisorIdentity;
import org.peaberry.kernel.time.TscScale;
import org.peaberry.runtime.annotation.BootOnly;

@BootOnly
public final class HypervisorLeaves {
    static final int FIRST = 0x4000_0000;
    static final int VERSION = FIRST + 1;
    static final int HYPERCALLS = FIRST + 2;
    static final int TIME = FIRST + 3;
    static final int FEATURES = FIRST + 4;
    /** MSR by which a guest asks for the hypercall page. */
    static final int HYPERCALL_PAGE_MSR = 0x4000_0000;

    /** "XenVMMXenVMM" in EBX, ECX, EDX. */
    private static final int SIGNATURE_EBX = 0x566e6558;
    private static final int SIGNATURE_ECX = 0x65584d4d;
    private static final int SIGNATURE_EDX = 0x4d4d566e;
    private static final int MAJOR_SHIFT = 16;
    /** Leaf 3 subleaf 0, EAX: the counter runs at a constant rate. */
    private static final int TSC_IS_RELIABLE = 1 << 1;
    /** Leaf 3 subleaf 0, EBX: the counter is never emulated. */
    private static final int TSC_MODE_NATIVE = 2;
    private static final long KILO = 1000;
    /** Leaf 4, EAX: EBX has the vCPU's id, ECX the domain's, and events may come by a vector of the local APIC. */
    private static final int HAS_VCPU_ID = 1 << 3;
    private static final int HAS_DOMAIN_ID = 1 << 4;
    private static final int HAS_UPCALL_VECTOR = 1 << 6;

    private HypervisorLeaves() {
    }

    /** @param frequency ticks of the time-stamp counter a second */
    public static void addTo(CpuidTable table, int domain, long frequency, TscScale scale, boolean isConstantRate) {
        int kilohertz = (int) (frequency / KILO);
        add(table, FIRST, FEATURES, SIGNATURE_EBX, SIGNATURE_ECX, SIGNATURE_EDX);
        add(table, VERSION, HypervisorIdentity.MAJOR << MAJOR_SHIFT | HypervisorIdentity.MINOR, 0, 0, 0);
        add(table, HYPERCALLS, 1, HYPERCALL_PAGE_MSR, 0, 0);
        table.add(TIME, 0, isConstantRate ? TSC_IS_RELIABLE : 0, TSC_MODE_NATIVE, kilohertz, 0);
        table.add(TIME, 1, 0, 0, scale.multiplier(), scale.shift() & 0xff);
        table.add(TIME, 2, kilohertz, 0, 0, 0);
        add(table, FEATURES, HAS_VCPU_ID | HAS_DOMAIN_ID | HAS_UPCALL_VECTOR, 0, domain, 0);
    }

    private static void add(CpuidTable table, int leaf, int eax, int ebx, int ecx, int edx) {
        table.add(leaf, CpuidTable.ANY, eax, ebx, ecx, edx);
    }
}
