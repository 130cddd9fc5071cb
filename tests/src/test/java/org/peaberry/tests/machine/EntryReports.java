/** Breaks one rule after the other on purpose, and lets the backend report what the processor refused. */
package org.peaberry.tests.machine;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.virtualization.ExitReason;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.arch.virtualization.VirtualMachine;
import org.peaberry.arch.virtualization.VirtualizationBackend;
import org.peaberry.arch.vmx.Field16;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.FieldNatural;
import org.peaberry.arch.vmx.VmcsField;
import org.peaberry.arch.vmx.WritableField;
import org.peaberry.arch.vmx.diagnosis.ProcessorLimits;

final class EntryReports {
    static final int COUNT = 14;
    private static final int LONG_MODE = 5;
    private static final WritableField[] BROKEN = {Field32.CR3_TARGET_COUNT, Field64.IO_BITMAP_A, Field64.EPT_POINTER, Field16.VPID,
        Field32.ENTRY_INTERRUPTION_INFORMATION, FieldNatural.HOST_RIP, Field16.HOST_TR_SELECTOR, Field64.HOST_EFER, FieldNatural.GUEST_CR4,
        Field32.GUEST_CS_ACCESS_RIGHTS, Field32.GUEST_TR_LIMIT, FieldNatural.GUEST_RFLAGS, Field32.GUEST_ACTIVITY, Field64.VMCS_LINK_POINTER};
    private static final long[] VALUES = {5, 0x1001, 0x7003, 0, 0x8000_0203L, 1L << 47, 0x1B, 0xD02, 1L << 40, 0xE09B, 0x10_0067, 0, 4, 0x800};

    private EntryReports() {
    }

    static void print(MachineConsole console, VirtualizationBackend backend, VirtualMachine machine) {
        for (int i = 0; i < COUNT; i++) {
            VirtualCpu cpu = backend.createVirtualCpu(machine);
            cpu.load();
            EntryModes.enter(cpu, LONG_MODE);
            Processor.vmWrite(BROKEN[i].encoding(), VALUES[i]);
            if (cpu.run() == ExitReason.INVALID_STATE) {
                cpu.explainFailedEntry(console);
            }
            cpu.unload();
        }
    }

    /** Compares the fields that the processor has with those that its capabilities tell; a virtual CPU's VMCS is current. */
    static void checkFields(MachineConsole console) {
        ProcessorLimits limits = new ProcessorLimits();
        int checked = checkFields(console, Field16.values(), limits) + checkFields(console, Field32.values(), limits)
                + checkFields(console, Field64.values(), limits) + checkFields(console, FieldNatural.values(), limits);
        console.number("fields", checked);
    }

    private static int checkFields(MachineConsole console, VmcsField[] fields, ProcessorLimits limits) {
        for (VmcsField field : fields) {
            boolean exists = Processor.vmWrite(field.encoding(), Processor.vmRead(field.encoding()));
            if (exists != limits.hasField(field)) {
                console.line(exists ? "unexpected field" : "missing field", field.name());
            }
        }
        return fields.length;
    }
}
