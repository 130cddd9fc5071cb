/** Primary VM-exit controls. Intel SDM vol. 3, table 25-13. */
package org.peaberry.arch.vmx;

final class ExitControls {
    static final int SAVE_DEBUG_CONTROLS = 1 << 2;
    static final int HOST_ADDRESS_SPACE_64 = 1 << 9;
    static final int LOAD_PERF_GLOBAL_CONTROL = 1 << 12;
    static final int ACKNOWLEDGE_INTERRUPT = 1 << 15;
    static final int SAVE_PAGE_ATTRIBUTE_TABLE = 1 << 18;
    static final int LOAD_PAGE_ATTRIBUTE_TABLE = 1 << 19;
    static final int SAVE_EFER = 1 << 20;
    static final int LOAD_EFER = 1 << 21;
    static final int SAVE_PREEMPTION_TIMER = 1 << 22;
    static final int CLEAR_BOUND_CONFIG = 1 << 23;
    static final int CONCEAL_FROM_TRACE = 1 << 24;
    static final int CLEAR_TRACE_CONTROL = 1 << 25;
    static final int CLEAR_LAST_BRANCH_CONTROL = 1 << 26;
    static final int CLEAR_USER_INTERRUPT_VECTOR = 1 << 27;
    static final int LOAD_CONTROL_FLOW_STATE = 1 << 28;
    static final int LOAD_PROTECTION_KEYS = 1 << 29;
    static final int SAVE_PERF_GLOBAL_CONTROL = 1 << 30;
    static final int SECONDARY_CONTROLS = 1 << 31;

    private ExitControls() {
    }
}
