/** Ways to break each rule of VM-entry controls and injected events. */
package org.peaberry.arch.vmx.diagnosis;

import static org.peaberry.arch.vmx.diagnosis.ControlWord.*;
import static org.peaberry.arch.vmx.diagnosis.EntryControlRule.*;

import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.vmx.EntryControls;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Interruptibility;

final class EntryControlCases {
    static final int VALID = 1 << 31;
    static final int ERROR_CODE = 1 << 11;
    static final int NMI = VALID | 2 << 8 | 2;
    static final int EXCEPTION = VALID | 3 << 8;
    static final int OTHER = VALID | 7 << 8;
    private static final int SOFTWARE_INTERRUPT = VALID | 4 << 8;
    private static final int INVALID_OPCODE = 6;
    private static final int GENERAL_PROTECTION = 13;

    private EntryControlCases() {
    }

    static void addTo(CaseList list) {
        list.add(ENTRY_MANDATORY, Field32.ENTRY_CONTROLS, s -> s.without(ENTRY, 1));
        list.add(ENTRY_ALLOWED, Field32.ENTRY_CONTROLS, s -> s.with(ENTRY, 1 << 30));
        list.add(ENTRY_TO_SMM, Field32.ENTRY_CONTROLS,
                s -> s.with(ENTRY, EntryControls.ENTRY_TO_SMM).set(Field32.GUEST_INTERRUPTIBILITY, Interruptibility.BLOCKED_BY_SMI));
        list.add(DEACTIVATE_DUAL_MONITOR, Field32.ENTRY_CONTROLS, s -> s.with(ENTRY, EntryControls.DEACTIVATE_DUAL_MONITOR));
        list.add(TRACE_ENABLED, Field32.ENTRY_CONTROLS, s -> s.with(ENTRY, EntryControls.LOAD_TRACE_CONTROL).msr(Msr.TRACE_CONTROL, 1));
        addEvents(list);
        addErrorCodes(list);
        addLengths(list);
    }

    private static void addEvents(CaseList list) {
        addEvent(list, EVENT_TYPE, VALID | 1 << 8 | 0x30);
        list.add(EVENT_TYPE, Field32.ENTRY_INTERRUPTION_INFORMATION,
                s -> inject(s, OTHER).msr(Msr.VMX_TRUE_PROCESSOR_CONTROLS, 0xf7ff_fffeL << 32 | ModernProcessor.PRIMARY_MANDATORY));
        addEvent(list, EVENT_NMI_VECTOR, VALID | 2 << 8 | 3);
        addEvent(list, EVENT_EXCEPTION_VECTOR, EXCEPTION | 32);
        addEvent(list, EVENT_OTHER_VECTOR, OTHER | 1);
        addEvent(list, EVENT_RESERVED, NMI | 1 << 12);
        addEvent(list, EVENT_RESERVED, NMI | 1 << 30);
    }

    private static void addErrorCodes(CaseList list) {
        addEvent(list, EVENT_ERROR_CODE_MISSING, EXCEPTION | GENERAL_PROTECTION);
        addEvent(list, EVENT_ERROR_CODE_TYPE, VALID | 0x30 | ERROR_CODE);
        addEvent(list, EVENT_ERROR_CODE_VECTOR, EXCEPTION | INVALID_OPCODE | ERROR_CODE);
        list.add(EVENT_ERROR_CODE_REAL_MODE, Field32.ENTRY_INTERRUPTION_INFORMATION, GuestMode.REAL,
                s -> inject(s, EXCEPTION | GENERAL_PROTECTION | ERROR_CODE));
        list.add(EVENT_ERROR_CODE_RESERVED, Field32.ENTRY_EXCEPTION_ERROR_CODE,
                s -> inject(s, EXCEPTION | GENERAL_PROTECTION | ERROR_CODE).set(Field32.ENTRY_EXCEPTION_ERROR_CODE, 1 << 16));
    }

    private static void addLengths(CaseList list) {
        for (int type = 4; type <= 6; type++) {
            int event = VALID | type << 8 | 3;
            list.add(EVENT_LENGTH, Field32.ENTRY_INSTRUCTION_LENGTH, s -> inject(s, event).set(Field32.ENTRY_INSTRUCTION_LENGTH, 16));
        }
        list.add(EVENT_LENGTH, Field32.ENTRY_INSTRUCTION_LENGTH, s -> inject(s, SOFTWARE_INTERRUPT | 0x80).msr(Msr.VMX_MISCELLANEOUS, 4 << 16));
    }

    private static void addEvent(CaseList list, Rule rule, int event) {
        list.add(rule, Field32.ENTRY_INTERRUPTION_INFORMATION, s -> inject(s, event));
    }

    static Setup inject(Setup setup, int event) {
        return setup.set(Field32.ENTRY_INTERRUPTION_INFORMATION, Integer.toUnsignedLong(event));
    }
}
