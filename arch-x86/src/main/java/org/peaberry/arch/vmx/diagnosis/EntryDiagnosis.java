/** Says why the processor did not enter a guest: what it told, and every rule of the manual that the VMCS breaks. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.FieldKind;
import org.peaberry.arch.vmx.ReadOnlyNatural;
import org.peaberry.runtime.exception.StackTrace;

/** Made at boot; reports without allocating. */
public final class EntryDiagnosis {
    private static final int CONTROLS = 7;
    private static final int HOST_STATE = 8;
    /** Basic exit reasons of failed entries. Intel SDM vol. 3, appendix C. */
    private static final int GUEST_STATE = 33;
    private static final int MSR_LOADING = 34;
    private static final int MACHINE_CHECK = 41;

    private final VmcsReader vmcs;
    private final ReportText text = new ReportText();
    private final FindingPrinter findings;
    private final EntryChecks checks;
    private final FieldDump dump;

    public EntryDiagnosis(VmcsReader vmcs, ProcessorLimits limits) {
        this.vmcs = vmcs;
        this.findings = new FindingPrinter(text, vmcs);
        this.checks = new EntryChecks(vmcs, limits);
        this.dump = new FieldDump(text, vmcs, limits);
    }

    /**
     * Reports a failed entry of the VMCS, in lines.
     *
     * @param reason the VM-instruction error when the instruction failed (0: no current VMCS), or the basic exit reason: 33, 34 or 41
     */
    public void explain(int reason, StackTrace.Printer out) {
        text.to(out);
        switch (reason) {
            case CONTROLS -> explainState(reason, "VM-instruction error 7, invalid control fields", FieldKind.CONTROL);
            case HOST_STATE -> explainState(reason, "VM-instruction error 8, invalid host-state fields", FieldKind.HOST);
            case GUEST_STATE -> explainState(reason, "exit reason 33, invalid guest state", FieldKind.GUEST);
            case MSR_LOADING -> explainMsr((int) qualification());
            case MACHINE_CHECK -> head("exit reason 41, a machine check during the entry").end();
            default -> head("VM-instruction error ").decimal(reason).text(", ").text(EntryError.describe(reason)).end();
        }
    }

    private ReportText head(String cause) {
        return text.text("VM entry failed: ").text(cause);
    }

    private long qualification() {
        return vmcs.read(ReadOnlyNatural.EXIT_QUALIFICATION);
    }

    private void explainState(int reason, String cause, FieldKind area) {
        head(cause).text(reason == GUEST_STATE ? qualified((int) qualification()) : "").end();
        findings.restart(area);
        checks.run(findings);
        if (!findings.isExplained()) {
            text.text("No rule of the manual (SDM 26.2, 26.3) that explains it is broken: the processor has one more, or is wrong. The fields, but those that are 0:").end();
            if (area == FieldKind.GUEST) {
                dump.print(FieldKind.CONTROL);
            }
            dump.print(area);
        }
    }

    /** Exit qualification of invalid guest state. Intel SDM vol. 3, section 26.8. */
    private static String qualified(int qualification) {
        return switch (qualification) {
            case 2 -> " (qualification 2: page-directory-pointer entries)";
            case 3 -> " (qualification 3: an NMI is injected while STI blocks)";
            case 4 -> " (qualification 4: VMCS link pointer)";
            default -> "";
        };
    }

    /** @param entry counted from 1 */
    private void explainMsr(int entry) {
        head("exit reason 34, loading of model-specific registers, entry ").decimal(entry).text(" of ")
                .decimal(vmcs.read(Field32.ENTRY_MSR_LOAD_COUNT)).end();
        long address = vmcs.read(Field64.ENTRY_MSR_LOAD_ADDRESS) + (long) (entry - 1) * MsrArea.ENTRY_SIZE;
        if (vmcs.canReadMemory(address)) {
            long number = vmcs.memoryLong(address);
            MsrLoadRule rule = MsrLoadRule.brokenBy(number);
            text.text("VM entry refused, SDM ").text(rule.section()).text(": register ").hex(number).text(", value ")
                    .hex(vmcs.memoryLong(address + MsrArea.VALUE_OFFSET)).text(": ").text(rule.statement()).end();
        } else {
            text.text("VM entry refused, SDM 26.4: the list at ").hex(address).text(" is not in memory").end();
        }
    }
}
