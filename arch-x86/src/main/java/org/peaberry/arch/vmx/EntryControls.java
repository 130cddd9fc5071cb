/** VM-entry controls. Intel SDM vol. 3, table 25-15. */
package org.peaberry.arch.vmx;

final class EntryControls {
    static final int LOAD_DEBUG_CONTROLS = 1 << 2;
    static final int LONG_MODE_GUEST = 1 << 9;
    static final int ENTRY_TO_SMM = 1 << 10;
    static final int DEACTIVATE_DUAL_MONITOR = 1 << 11;
    static final int LOAD_PERF_GLOBAL_CONTROL = 1 << 13;
    static final int LOAD_PAGE_ATTRIBUTE_TABLE = 1 << 14;
    static final int LOAD_EFER = 1 << 15;
    static final int LOAD_BOUND_CONFIG = 1 << 16;
    static final int CONCEAL_FROM_TRACE = 1 << 17;
    static final int LOAD_TRACE_CONTROL = 1 << 18;
    static final int LOAD_USER_INTERRUPT_VECTOR = 1 << 19;
    static final int LOAD_CONTROL_FLOW_STATE = 1 << 20;
    static final int LOAD_LAST_BRANCH_CONTROL = 1 << 21;
    static final int LOAD_PROTECTION_KEYS = 1 << 22;

    private EntryControls() {
    }
}
