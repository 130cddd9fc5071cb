/** Says why the processor did not enter a guest: what it told, and every rule of the manual that the VMCS breaks. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.ReadOnlyNatural;
import org.peaberry.runtime.exception.StackTrace;

/** Made at boot; reports without allocating. */
public final class EntryDiagnosis {
    /** Basic exit reasons. Intel SDM vol. 3, appendix C. */
    private static final int INVALID_GUEST_STATE = 33;
    private static final int MSR_LOADING = 34;
    private static final int MACHINE_CHECK = 41;

    private final VmcsReader vmcs;
    private final ReportText text = new ReportText();
    private final FindingPrinter findings;
    private final EntryChecks checks;

    public EntryDiagnosis(VmcsReader vmcs, ProcessorLimits limits) {
        this.vmcs = vmcs;
        this.findings = new FindingPrinter(text, vmcs);
        this.checks = new EntryChecks(vmcs, limits);
    }

    /**
     * Reports a failed entry of the VMCS, in lines.
     *
     * @param reason the VM-instruction error when the instruction failed (0: no current VMCS), or the basic exit reason: 33, 34 or 41
     */
    public void explain(int reason, StackTrace.Printer out) {
        text.to(out);
        long qualification = vmcs.read(ReadOnlyNatural.EXIT_QUALIFICATION);
        switch (reason) {
            case INVALID_GUEST_STATE -> text.text("VM entry failed, exit reason 33: invalid guest state").text(qualified((int) qualification));
            case MSR_LOADING -> text.text("VM entry failed, exit reason 34: entry ").decimal((int) qualification).text(" of its MSR-load list");
            case MACHINE_CHECK -> text.text("VM entry failed, exit reason 41: a machine check during the entry");
            default -> text.text("VM entry failed, VM-instruction error ").decimal(reason).text(": ").text(EntryError.describe(reason));
        }
        text.end();
        findings.restart();
        checks.run(findings);
        if (findings.count() == 0) {
            text.text("no rule of SDM 26.2 and 26.3 is found broken").end();
        }
    }

    /** Exit qualification of invalid guest state. Intel SDM vol. 3, section 26.8. */
    private static String qualified(int qualification) {
        return switch (qualification) {
            case 2 -> " (qualification 2: page-directory-pointer entries)";
            case 3 -> " (qualification 3: NMI injected while STI blocks)";
            case 4 -> " (qualification 4: VMCS link pointer)";
            default -> "";
        };
    }
}
