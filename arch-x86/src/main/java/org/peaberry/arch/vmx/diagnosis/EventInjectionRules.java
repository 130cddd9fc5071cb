/** Checks of the event that an entry injects. SDM 26.2.1.3. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.FieldNatural;
import org.peaberry.arch.vmx.ProcessorControls;

final class EventInjectionRules extends RuleGroup {
    private static final Field32 INFORMATION = Field32.ENTRY_INTERRUPTION_INFORMATION;
    private static final int LONGEST = 15;
    private static final long ERROR_CODE_HIGH = 0xffff_0000L;

    @Override
    void check(EntryState state, Findings findings) {
        if (InjectedEvent.isValid(state)) {
            checkType(state, findings);
            checkVector(state, findings);
            checkErrorCode(state, findings);
            findings.requireNone(InjectedEvent.information(state) & InjectedEvent.RESERVED, EntryControlRule.EVENT_RESERVED, INFORMATION);
            checkLength(state, findings);
        }
    }

    private static void checkType(EntryState state, Findings findings) {
        int type = InjectedEvent.type(state);
        boolean hasOther = state.limits.allows(ControlWord.PRIMARY, ProcessorControls.MONITOR_TRAP_FLAG);
        findings.require(type != InjectedEvent.RESERVED_TYPE && (type != InjectedEvent.OTHER_EVENT || hasOther), EntryControlRule.EVENT_TYPE, INFORMATION);
    }

    private static void checkVector(EntryState state, Findings findings) {
        int type = InjectedEvent.type(state);
        int vector = InjectedEvent.vector(state);
        findings.require(type != InjectedEvent.NMI || vector == InjectedEvent.NMI_VECTOR, EntryControlRule.EVENT_NMI_VECTOR, INFORMATION);
        findings.require(type != InjectedEvent.HARDWARE_EXCEPTION || vector <= InjectedEvent.LAST_EXCEPTION,
                EntryControlRule.EVENT_EXCEPTION_VECTOR, INFORMATION);
        findings.require(type != InjectedEvent.OTHER_EVENT || vector == 0, EntryControlRule.EVENT_OTHER_VECTOR, INFORMATION);
    }

    private static void checkErrorCode(EntryState state, Findings findings) {
        boolean isException = InjectedEvent.type(state) == InjectedEvent.HARDWARE_EXCEPTION;
        if (InjectedEvent.hasErrorCode(state)) {
            findings.require(isException, EntryControlRule.EVENT_ERROR_CODE_TYPE, INFORMATION);
            findings.require(state.isProtected(), EntryControlRule.EVENT_ERROR_CODE_REAL_MODE, INFORMATION, FieldNatural.GUEST_CR0);
            findings.require(!isException || InjectedEvent.pushesErrorCode(state) || state.limits.takesAnyErrorCode,
                    EntryControlRule.EVENT_ERROR_CODE_VECTOR, INFORMATION);
            findings.requireNone(state.read(Field32.ENTRY_EXCEPTION_ERROR_CODE) & ERROR_CODE_HIGH, EntryControlRule.EVENT_ERROR_CODE_RESERVED,
                    Field32.ENTRY_EXCEPTION_ERROR_CODE);
        } else {
            boolean needs = isException && state.isProtected() && InjectedEvent.pushesErrorCode(state) && !state.limits.takesAnyErrorCode;
            findings.require(!needs, EntryControlRule.EVENT_ERROR_CODE_MISSING, INFORMATION);
        }
    }

    private static void checkLength(EntryState state, Findings findings) {
        int type = InjectedEvent.type(state);
        if (type >= InjectedEvent.SOFTWARE_INTERRUPT && type <= InjectedEvent.SOFTWARE_EXCEPTION) {
            int length = state.read(Field32.ENTRY_INSTRUCTION_LENGTH);
            int shortest = state.limits.takesZeroLength() ? 0 : 1;
            findings.require(length >= shortest && length <= LONGEST, EntryControlRule.EVENT_LENGTH, Field32.ENTRY_INSTRUCTION_LENGTH);
        }
    }
}
