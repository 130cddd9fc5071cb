/** The three lists of model-specific registers that exits and entries store and load. Intel SDM vol. 3, sections 25.7.2 and 25.8.2. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Field64;

enum MsrArea {
    EXIT_STORE(Field32.EXIT_MSR_STORE_COUNT, Field64.EXIT_MSR_STORE_ADDRESS, true),
    EXIT_LOAD(Field32.EXIT_MSR_LOAD_COUNT, Field64.EXIT_MSR_LOAD_ADDRESS, true),
    ENTRY_LOAD(Field32.ENTRY_MSR_LOAD_COUNT, Field64.ENTRY_MSR_LOAD_ADDRESS, false);

    /** Bytes of an entry: the register's number, and its value in the second half. */
    static final int ENTRY_SIZE = 16;
    static final int VALUE_OFFSET = 8;

    final Field32 count;
    final Field64 address;
    final Rule alignment;
    final Rule width;
    final Rule end;

    MsrArea(Field32 count, Field64 address, boolean isOfExit) {
        this.count = count;
        this.address = address;
        this.alignment = isOfExit ? ExitControlRule.MSR_AREA_ALIGNMENT : EntryControlRule.MSR_AREA_ALIGNMENT;
        this.width = isOfExit ? ExitControlRule.MSR_AREA_WIDTH : EntryControlRule.MSR_AREA_WIDTH;
        this.end = isOfExit ? ExitControlRule.MSR_AREA_END : EntryControlRule.MSR_AREA_END;
    }
}
