/** The parameters of a domain that HVMOP_set_param sets. */
package org.peaberry.kernel.domain;

/** Xen: public/hvm/params.h, HVM_PARAM_*. */
public final class HvmParameters {
    public static final int CALLBACK_IRQ = 0;
    public static final int STORE_PFN = 1;
    public static final int STORE_EVTCHN = 2;
    public static final int PAE_ENABLED = 4;
    public static final int CONSOLE_PFN = 17;
    public static final int CONSOLE_EVTCHN = 18;
    public static final int TRIPLE_FAULT_REASON = 31;
    /** Number of parameters. */
    public static final int COUNT = 39;

    private final long[] values = new long[COUNT];

    public long get(int index) {
        return values[index];
    }

    public void set(int index, long value) {
        values[index] = value;
    }
}
