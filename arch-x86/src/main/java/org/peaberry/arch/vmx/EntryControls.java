/** VM-entry controls. Intel SDM vol. 3, table 25-15. */
package org.peaberry.arch.vmx;

public final class EntryControls {
    public static final int LOAD_DEBUG_CONTROLS = 1 << 2;
    public static final int LONG_MODE_GUEST = 1 << 9;
    public static final int ENTRY_TO_SMM = 1 << 10;
    public static final int DEACTIVATE_DUAL_MONITOR = 1 << 11;
    public static final int LOAD_PERF_GLOBAL_CONTROL = 1 << 13;
    public static final int LOAD_PAGE_ATTRIBUTE_TABLE = 1 << 14;
    public static final int LOAD_EFER = 1 << 15;
    public static final int LOAD_BOUND_CONFIG = 1 << 16;
    public static final int CONCEAL_FROM_TRACE = 1 << 17;
    public static final int LOAD_TRACE_CONTROL = 1 << 18;
    public static final int LOAD_USER_INTERRUPT_VECTOR = 1 << 19;
    public static final int LOAD_CONTROL_FLOW_STATE = 1 << 20;
    public static final int LOAD_LAST_BRANCH_CONTROL = 1 << 21;
    public static final int LOAD_PROTECTION_KEYS = 1 << 22;

    private EntryControls() {
    }
}
