/** Ways to break each rule of VM-execution and VM-exit controls. */
package org.peaberry.arch.vmx.diagnosis;

import static org.peaberry.arch.vmx.diagnosis.ControlWord.*;
import static org.peaberry.arch.vmx.diagnosis.ExecutionControlRule.*;

import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.vmx.ExitControls;
import org.peaberry.arch.vmx.Field16;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.PinControls;
import org.peaberry.arch.vmx.ProcessorControls;
import org.peaberry.arch.vmx.SecondaryControls;

final class ExecutionControlCases {
    private static final long TOO_WIDE = 1L << ModernProcessor.PHYSICAL_WIDTH;

    private ExecutionControlCases() {
    }

    static void addTo(CaseList list) {
        addWords(list);
        addStructures(list);
        addEpt(list);
        addOthers(list);
    }

    private static void addWords(CaseList list) {
        list.add(PIN_MANDATORY, Field32.PIN_CONTROLS, s -> s.without(PIN, 1 << 4));
        list.add(PIN_ALLOWED, Field32.PIN_CONTROLS, s -> s.with(PIN, 1 << 8));
        list.add(PRIMARY_MANDATORY, Field32.PROCESSOR_CONTROLS, s -> s.without(PRIMARY, 1 << 8));
        list.add(PRIMARY_ALLOWED, Field32.PROCESSOR_CONTROLS, s -> s.with(PRIMARY, 1));
        list.add(SECONDARY_MANDATORY, Field32.SECONDARY_CONTROLS, s -> s.msr(Msr.VMX_SECONDARY_CONTROLS, -1L << 32 | 8));
        list.add(SECONDARY_ALLOWED, Field32.SECONDARY_CONTROLS, s -> s.with(SECONDARY, 1 << 31));
        list.add(TERTIARY_ALLOWED, Field64.TERTIARY_CONTROLS, s -> s.with(PRIMARY, ProcessorControls.TERTIARY_CONTROLS).with(TERTIARY, 1 << 5));
        list.add(ExitControlRule.EXIT_MANDATORY, Field32.EXIT_CONTROLS, s -> s.without(EXIT, 1));
        list.add(ExitControlRule.EXIT_ALLOWED, Field32.EXIT_CONTROLS, s -> s.with(EXIT, 1 << 10));
        list.add(ExitControlRule.SECONDARY_EXIT_ALLOWED, Field64.SECONDARY_EXIT_CONTROLS,
                s -> s.with(EXIT, ExitControls.SECONDARY_CONTROLS).with(SECONDARY_EXIT, 1));
    }

    private static void addStructures(CaseList list) {
        for (StructureAddress address : StructureAddress.values()) {
            list.add(STRUCTURE_ALIGNMENT, address.field, s -> activate(address, s).set(address.field, 0x10_0001));
            list.add(STRUCTURE_WIDTH, address.field, s -> activate(address, s).set(address.field, TOO_WIDE));
        }
        list.add(STRUCTURE_WIDTH, Field64.IO_BITMAP_A, s -> s.msr(Msr.VMX_BASIC, 3L << 48 | ModernProcessor.REVISION).set(Field64.IO_BITMAP_A, 1L << 32));
        list.add(STRUCTURE_ALIGNMENT, Field64.EPTP_LIST_ADDRESS, s -> switching(s).set(Field64.EPTP_LIST_ADDRESS, 0x800));
        list.add(STRUCTURE_WIDTH, Field64.EPTP_LIST_ADDRESS, s -> switching(s).set(Field64.EPTP_LIST_ADDRESS, TOO_WIDE));
        list.add(LAST_PID_WIDTH, Field64.PID_POINTER_TABLE, s -> activate(StructureAddress.PID_POINTER_TABLE, s)
                .set(Field64.PID_POINTER_TABLE, TOO_WIDE - 8).set(Field16.LAST_PID_POINTER_INDEX, 1));
        addMsrAreas(list);
    }

    private static void addMsrAreas(CaseList list) {
        for (MsrArea area : MsrArea.values()) {
            list.add(area.alignment, area.address, s -> s.set(area.count, 1).set(area.address, 8));
            list.add(area.width, area.address, s -> s.set(area.count, 1).set(area.address, TOO_WIDE));
            list.add(area.end, area.address, s -> s.set(area.count, 2).set(area.address, TOO_WIDE - 16));
        }
    }

    private static Setup switching(Setup setup) {
        return setup.with(SECONDARY, SecondaryControls.VM_FUNCTIONS).set(Field64.VM_FUNCTION_CONTROLS, 1);
    }

    /** Puts a structure to use, and what its control needs. */
    private static Setup activate(StructureAddress address, Setup setup) {
        setup.with(address.word, address.control);
        if (address.word == TERTIARY) {
            setup.with(PRIMARY, ProcessorControls.TERTIARY_CONTROLS);
        } else if (address.word == PIN) {
            setup.with(SECONDARY, SecondaryControls.VIRTUAL_INTERRUPT_DELIVERY).with(EXIT, ExitControls.ACKNOWLEDGE_INTERRUPT);
        }
        return setup;
    }

    private static void addEpt(CaseList list) {
        list.add(EPT_MEMORY_TYPE, Field64.EPT_POINTER, s -> s.set(Field64.EPT_POINTER, 0x7000 | 3 << 3 | 1));
        list.add(EPT_MEMORY_TYPE, Field64.EPT_POINTER, s -> s.msr(Msr.VMX_EPT_VPID_CAPABILITY, 1 << 6 | 1 << 14).set(Field64.EPT_POINTER, 0x7000 | 3 << 3));
        list.add(EPT_WALK_LENGTH, Field64.EPT_POINTER, s -> s.set(Field64.EPT_POINTER, 0x7000 | 2 << 3 | 6));
        list.add(EPT_WALK_LENGTH, Field64.EPT_POINTER, s -> s.set(Field64.EPT_POINTER, 0x7000 | 4 << 3 | 6));
        list.add(EPT_ACCESSED_DIRTY, Field64.EPT_POINTER, s -> s.msr(Msr.VMX_EPT_VPID_CAPABILITY, 1 << 6 | 1 << 14).with(Field64.EPT_POINTER, 1 << 6));
        list.add(EPT_SHADOW_STACK, Field64.EPT_POINTER, s -> s.msr(Msr.VMX_EPT_VPID_CAPABILITY, 1 << 6 | 1 << 14).with(Field64.EPT_POINTER, 1 << 7));
        list.add(EPT_RESERVED, Field64.EPT_POINTER, s -> s.with(Field64.EPT_POINTER, 1 << 8));
        list.add(EPT_WIDTH, Field64.EPT_POINTER, s -> s.with(Field64.EPT_POINTER, TOO_WIDE));
        list.add(HLAT_RESERVED, Field64.HLAT_POINTER, s -> linear(s).set(Field64.HLAT_POINTER, 1 << 5));
        list.add(HLAT_WIDTH, Field64.HLAT_POINTER, s -> linear(s).set(Field64.HLAT_POINTER, TOO_WIDE));
        list.add(VPID_ZERO, Field16.VPID, s -> s.set(Field16.VPID, 0));
    }

    private static Setup linear(Setup setup) {
        return setup.with(PRIMARY, ProcessorControls.TERTIARY_CONTROLS).with(TERTIARY, TertiaryControls.HYPERVISOR_LINEAR_TRANSLATION);
    }

    private static void addOthers(CaseList list) {
        list.add(CR3_TARGETS, Field32.CR3_TARGET_COUNT, s -> s.set(Field32.CR3_TARGET_COUNT, 5));
        list.add(CR3_TARGETS, Field32.CR3_TARGET_COUNT, s -> s.set(Field32.CR3_TARGET_COUNT, 1L << 31));
        list.add(THRESHOLD_RESERVED, Field32.TASK_PRIORITY_THRESHOLD, s -> s.set(Field32.TASK_PRIORITY_THRESHOLD, 0x10));
        list.add(THRESHOLD_ABOVE_PRIORITY, Field32.TASK_PRIORITY_THRESHOLD, s -> s.set(Field32.TASK_PRIORITY_THRESHOLD, 4));
        list.add(POSTED_VECTOR, Field16.POSTED_INTERRUPT_VECTOR,
                s -> activate(StructureAddress.POSTED_INTERRUPT_DESCRIPTOR, s).set(Field16.POSTED_INTERRUPT_VECTOR, 0x100));
        list.add(FUNCTIONS_ALLOWED, Field64.VM_FUNCTION_CONTROLS, s -> s.with(SECONDARY, SecondaryControls.VM_FUNCTIONS).set(Field64.VM_FUNCTION_CONTROLS, 2));
        list.add(SWITCHING_WITHOUT_EPT, Field64.VM_FUNCTION_CONTROLS, GuestMode.LONG_WITHOUT_EPT, ExecutionControlCases::switching);
        list.add(TSC_MULTIPLIER, Field64.TSC_MULTIPLIER, s -> s.with(SECONDARY, SecondaryControls.TSC_SCALING));
        list.add(DependencyRule.SAVE_TIMER, Field32.EXIT_CONTROLS, s -> s.with(EXIT, ExitControls.SAVE_PREEMPTION_TIMER).without(PIN, PinControls.PREEMPTION_TIMER));
    }
}
