/** The parameters of a domain that HVMOP_set_param sets. */
package org.peaberry.kernel.domain;

/** Xen: public/hvm/params.h, HVM_PARAM_*; who may use which as in hvm_allow_set_param and hvm_allow_get_param. */
public final class HvmParameters {
    public static final int CALLBACK_IRQ = 0;
    public static final int STORE_PFN = 1;
    public static final int STORE_EVTCHN = 2;
    public static final int PAE_ENABLED = 4;
    public static final int DM_DOMAIN = 13;
    public static final int VM86_TSS = 15;
    public static final int CONSOLE_PFN = 17;
    public static final int CONSOLE_EVTCHN = 18;
    public static final int ACPI_IOPORTS_LOCATION = 19;
    public static final int MEMORY_EVENT_CR0 = 20;
    public static final int MEMORY_EVENT_CR3 = 21;
    public static final int MEMORY_EVENT_CR4 = 22;
    public static final int MEMORY_EVENT_INT3 = 23;
    public static final int NESTEDHVM = 24;
    public static final int MEMORY_EVENT_SINGLE_STEP = 25;
    public static final int BUFIOREQ_EVTCHN = 26;
    public static final int MEMORY_EVENT_MSR = 30;
    public static final int TRIPLE_FAULT_REASON = 31;
    public static final int VM_GENERATION_ID_ADDR = 34;
    public static final int ALTP2M = 35;
    public static final int X87_FIP_WIDTH = 36;
    public static final int VM86_TSS_SIZED = 37;
    /** Number of parameters. */
    public static final int COUNT = 39;

    private final long[] values = new long[COUNT];

    public long get(int index) {
        return values[index];
    }

    public void set(int index, long value) {
        values[index] = value;
    }

    /** Whether a domain may set its own. */
    public static boolean isSetByGuest(int index) {
        return switch (index) {
            case CALLBACK_IRQ, VM86_TSS, VM86_TSS_SIZED, ACPI_IOPORTS_LOCATION, VM_GENERATION_ID_ADDR, STORE_EVTCHN, CONSOLE_EVTCHN,
                    X87_FIP_WIDTH -> true;
            default -> false;
        };
    }

    /** Whether a domain may read its own. */
    public static boolean isReadByGuest(int index) {
        return switch (index) {
            case STORE_PFN, CONSOLE_PFN, ALTP2M -> true;
            default -> isSetByGuest(index);
        };
    }

    /** Whether no one may use it any more. */
    public static boolean isDeprecated(int index) {
        return switch (index) {
            case PAE_ENABLED, DM_DOMAIN, MEMORY_EVENT_CR0, MEMORY_EVENT_CR3, MEMORY_EVENT_CR4, MEMORY_EVENT_INT3, NESTEDHVM,
                    MEMORY_EVENT_SINGLE_STEP, BUFIOREQ_EVTCHN, MEMORY_EVENT_MSR -> true;
            default -> false;
        };
    }
}
