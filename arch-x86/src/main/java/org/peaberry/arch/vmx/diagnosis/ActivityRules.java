/** Checks of the guest's activity state. SDM 26.3.1.5. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.EntryControls;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Interruptibility;

final class ActivityRules extends RuleGroup {
    private static final Field32 ACTIVITY = Field32.GUEST_ACTIVITY;

    @Override
    void check(EntryState state, Findings findings) {
        int activity = state.read(ACTIVITY);
        boolean isInRange = activity >= ActivityState.ACTIVE && activity <= ActivityState.WAIT_FOR_STARTUP;
        findings.require(isInRange && (activity == ActivityState.ACTIVE || state.limits.hasActivity(activity)), GuestStateRule.ACTIVITY_UNKNOWN, ACTIVITY);
        findings.require(activity != ActivityState.HLT || GuestSegment.SS.privilege(state) == 0, GuestStateRule.ACTIVITY_HLT_PRIVILEGE,
                ACTIVITY, GuestSegment.SS.rightsField);
        boolean isBlocked = (state.read(Field32.GUEST_INTERRUPTIBILITY) & Interruptibility.SHADOW) != 0;
        findings.require(!isBlocked || activity == ActivityState.ACTIVE, GuestStateRule.ACTIVITY_BLOCKED, ACTIVITY, Field32.GUEST_INTERRUPTIBILITY);
        findings.require(!InjectedEvent.isValid(state) || takesEvent(activity, state), GuestStateRule.ACTIVITY_EVENT,
                ACTIVITY, Field32.ENTRY_INTERRUPTION_INFORMATION);
        findings.require(activity != ActivityState.WAIT_FOR_STARTUP || !state.entry(EntryControls.ENTRY_TO_SMM), GuestStateRule.ACTIVITY_SMM, ACTIVITY);
    }

    private static boolean takesEvent(int activity, EntryState state) {
        int type = InjectedEvent.type(state);
        boolean isMachineCheck = InjectedEvent.isHardwareException(state, InjectedEvent.MACHINE_CHECK);
        return switch (activity) {
            case ActivityState.HLT -> type == InjectedEvent.EXTERNAL_INTERRUPT || type == InjectedEvent.NMI || isMachineCheck
                    || InjectedEvent.isHardwareException(state, InjectedEvent.DEBUG_EXCEPTION)
                    || type == InjectedEvent.OTHER_EVENT && InjectedEvent.vector(state) == 0;
            case ActivityState.SHUTDOWN -> type == InjectedEvent.NMI || isMachineCheck;
            case ActivityState.WAIT_FOR_STARTUP -> false;
            default -> true;
        };
    }
}
