/** The event that the entry injects, as the VM-entry interruption information tells it. Intel SDM vol. 3, table 25-17. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.Field32;

final class InjectedEvent {
    static final int EXTERNAL_INTERRUPT = 0;
    static final int RESERVED_TYPE = 1;
    static final int NMI = 2;
    static final int HARDWARE_EXCEPTION = 3;
    static final int SOFTWARE_INTERRUPT = 4;
    static final int PRIVILEGED_SOFTWARE_EXCEPTION = 5;
    static final int SOFTWARE_EXCEPTION = 6;
    static final int OTHER_EVENT = 7;
    static final int NMI_VECTOR = 2;
    static final int LAST_EXCEPTION = 31;
    static final int DEBUG_EXCEPTION = 1;
    static final int MACHINE_CHECK = 18;
    /** Bits 30:12. */
    static final int RESERVED = 0x7fff_f000;
    private static final int VALID = 1 << 31;
    private static final int HAS_ERROR_CODE = 1 << 11;
    private static final int VECTOR_MASK = 0xff;
    private static final int TYPE_SHIFT = 8;
    private static final int TYPE_MASK = 7;
    /** No type. */
    private static final int NONE = -1;
    /** A bit for each vector that pushes an error code: #DF, #TS, #NP, #SS, #GP, #PF, #AC, #CP. Intel SDM vol. 3, table 6-1. */
    private static final int WITH_ERROR_CODE = 1 << 8 | 1 << 10 | 1 << 11 | 1 << 12 | 1 << 13 | 1 << 14 | 1 << 17 | 1 << 21;

    private InjectedEvent() {
    }

    static int information(EntryState state) {
        return state.read(Field32.ENTRY_INTERRUPTION_INFORMATION);
    }

    static boolean isValid(EntryState state) {
        return (information(state) & VALID) != 0;
    }

    /** -1 when there is no event. */
    static int type(EntryState state) {
        return isValid(state) ? information(state) >> TYPE_SHIFT & TYPE_MASK : NONE;
    }

    static int vector(EntryState state) {
        return information(state) & VECTOR_MASK;
    }

    static boolean hasErrorCode(EntryState state) {
        return (information(state) & HAS_ERROR_CODE) != 0;
    }

    static boolean isHardwareException(EntryState state, int vector) {
        return type(state) == HARDWARE_EXCEPTION && vector(state) == vector;
    }

    /** Whether the processor pushes an error code for this exception. */
    static boolean pushesErrorCode(EntryState state) {
        return (WITH_ERROR_CODE >>> vector(state) & 1) != 0 && vector(state) <= LAST_EXCEPTION;
    }
}
