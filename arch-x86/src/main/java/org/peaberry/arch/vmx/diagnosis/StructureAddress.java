/** Addresses in the VMCS of structures that a control puts to use. Intel SDM vol. 3, section 26.2.1.1, in its order. */
package org.peaberry.arch.vmx.diagnosis;

import static org.peaberry.arch.vmx.diagnosis.ControlWord.*;

import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.PinControls;
import org.peaberry.arch.vmx.ProcessorControls;
import org.peaberry.arch.vmx.SecondaryControls;

enum StructureAddress {
    IO_BITMAP_A(PRIMARY, ProcessorControls.IO_BITMAPS, Field64.IO_BITMAP_A),
    IO_BITMAP_B(PRIMARY, ProcessorControls.IO_BITMAPS, Field64.IO_BITMAP_B),
    MSR_BITMAPS(PRIMARY, ProcessorControls.MSR_BITMAPS, Field64.MSR_BITMAPS),
    VIRTUAL_APIC(PRIMARY, ProcessorControls.TASK_PRIORITY_SHADOW, Field64.VIRTUAL_APIC_ADDRESS),
    APIC_ACCESS(SECONDARY, SecondaryControls.VIRTUALIZE_APIC_ACCESSES, Field64.APIC_ACCESS_ADDRESS),
    POSTED_INTERRUPT_DESCRIPTOR(PIN, PinControls.POSTED_INTERRUPTS, Field64.POSTED_INTERRUPT_DESCRIPTOR, StructureAddress.CACHE_LINE),
    PAGE_MODIFICATION_LOG(SECONDARY, SecondaryControls.PAGE_MODIFICATION_LOG, Field64.PAGE_MODIFICATION_LOG_ADDRESS),
    SUB_PAGE_PERMISSIONS(SECONDARY, SecondaryControls.SUB_PAGE_PERMISSIONS, Field64.SUB_PAGE_PERMISSION_TABLE),
    VMREAD_BITMAP(SECONDARY, SecondaryControls.VMCS_SHADOWING, Field64.VMREAD_BITMAP),
    VMWRITE_BITMAP(SECONDARY, SecondaryControls.VMCS_SHADOWING, Field64.VMWRITE_BITMAP),
    EXCEPTION_INFORMATION(SECONDARY, SecondaryControls.EPT_VIOLATION_EXCEPTIONS, Field64.VIRTUALIZATION_EXCEPTION_INFORMATION),
    LOW_PASID_DIRECTORY(SECONDARY, SecondaryControls.PASID_TRANSLATION, Field64.LOW_PASID_DIRECTORY),
    HIGH_PASID_DIRECTORY(SECONDARY, SecondaryControls.PASID_TRANSLATION, Field64.HIGH_PASID_DIRECTORY),
    PID_POINTER_TABLE(TERTIARY, TertiaryControls.IPI_VIRTUALIZATION, Field64.PID_POINTER_TABLE, StructureAddress.QUADWORD);

    private static final long PAGE = 0xfff;
    private static final long CACHE_LINE = 0x3f;
    private static final long QUADWORD = 7;

    final Field64 field;
    final ControlWord word;
    final int control;
    private final long low;

    StructureAddress(ControlWord word, int control, Field64 field) {
        this(word, control, field, PAGE);
    }

    StructureAddress(ControlWord word, int control, Field64 field, long low) {
        this.word = word;
        this.control = control;
        this.field = field;
        this.low = low;
    }

    void check(EntryState state, Findings findings) {
        if (state.has(word, control)) {
            check(state, findings, field, low);
        }
    }

    /** Whether the structure is in use and its address obeys the rules. */
    boolean isGood(EntryState state) {
        return state.has(word, control) && (state.read(field) & (low | state.limits.structureForbidden)) == 0;
    }

    static void checkPage(EntryState state, Findings findings, Field64 field) {
        check(state, findings, field, PAGE);
    }

    private static void check(EntryState state, Findings findings, Field64 field, long low) {
        long address = state.read(field);
        findings.requireNone(address & low, ExecutionControlRule.STRUCTURE_ALIGNMENT, field);
        findings.requireNone(address & state.limits.structureForbidden, ExecutionControlRule.STRUCTURE_WIDTH, field);
    }
}
