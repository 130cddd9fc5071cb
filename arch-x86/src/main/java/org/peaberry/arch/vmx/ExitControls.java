/** Primary VM-exit controls. Intel SDM vol. 3, table 25-13. */
package org.peaberry.arch.vmx;

public final class ExitControls {
    public static final int SAVE_DEBUG_CONTROLS = 1 << 2;
    public static final int HOST_ADDRESS_SPACE_64 = 1 << 9;
    public static final int LOAD_PERF_GLOBAL_CONTROL = 1 << 12;
    public static final int ACKNOWLEDGE_INTERRUPT = 1 << 15;
    public static final int SAVE_PAGE_ATTRIBUTE_TABLE = 1 << 18;
    public static final int LOAD_PAGE_ATTRIBUTE_TABLE = 1 << 19;
    public static final int SAVE_EFER = 1 << 20;
    public static final int LOAD_EFER = 1 << 21;
    public static final int SAVE_PREEMPTION_TIMER = 1 << 22;
    public static final int CLEAR_BOUND_CONFIG = 1 << 23;
    public static final int CONCEAL_FROM_TRACE = 1 << 24;
    public static final int CLEAR_TRACE_CONTROL = 1 << 25;
    public static final int CLEAR_LAST_BRANCH_CONTROL = 1 << 26;
    public static final int CLEAR_USER_INTERRUPT_VECTOR = 1 << 27;
    public static final int LOAD_CONTROL_FLOW_STATE = 1 << 28;
    public static final int LOAD_PROTECTION_KEYS = 1 << 29;
    public static final int SAVE_PERF_GLOBAL_CONTROL = 1 << 30;
    public static final int SECONDARY_CONTROLS = 1 << 31;

    private ExitControls() {
    }
}
