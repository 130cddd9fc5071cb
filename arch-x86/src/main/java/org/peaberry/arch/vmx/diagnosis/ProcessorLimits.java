/** What this processor demands of a VMCS, from its capability registers. Intel SDM vol. 3, appendix A. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.vmx.ExitControls;
import org.peaberry.arch.vmx.ProcessorControls;
import org.peaberry.arch.vmx.SecondaryControls;
import org.peaberry.arch.vmx.VmcsField;

/** Read once, on the processor that is asked about. Basic VMX information says that there are TRUE control registers. */
public final class ProcessorLimits {
    private static final long REVISION_MASK = 0x7fff_ffffL;
    /** Bit 48 of the basic information: structures lie below 4 GiB. */
    private static final long STRUCTURES_BELOW_4G = 1L << 48;
    /** Bit 56 of the basic information: any hardware exception may be injected with an error code or without. */
    private static final long ANY_ERROR_CODE = 1L << 56;
    private static final long LOW_HALF = 0xffff_ffffL;
    /** IA32_RTIT_CTL.TraceEn. */
    private static final long TRACE_ENABLE = 1;

    final long cr0Mandatory = Processor.readMsr(Msr.VMX_CR0_FIXED0);
    final long cr0Allowed = Processor.readMsr(Msr.VMX_CR0_FIXED1);
    final long cr4Mandatory = Processor.readMsr(Msr.VMX_CR4_FIXED0);
    final long cr4Allowed = Processor.readMsr(Msr.VMX_CR4_FIXED1);
    final RegisterLimits registers = new RegisterLimits();
    final AddressLimits addresses = new AddressLimits();
    /** Bits that must be 0 in the address of a structure that the VMCS points to. */
    final long structureForbidden;
    final int revision;
    final boolean takesAnyErrorCode;
    final long translation;
    final long functions;
    /** Intel PT writes a trace of the hypervisor. */
    final boolean isTracing = Cpuid.has(CpuFeature.PROCESSOR_TRACE) && (Processor.readMsr(Msr.TRACE_CONTROL) & TRACE_ENABLE) != 0;
    final boolean hasEnclaves = Cpuid.has(CpuFeature.SGX);
    final boolean hasTransactions = Cpuid.has(CpuFeature.RTM);
    final boolean detectsBusLocks = Cpuid.has(CpuFeature.BUS_LOCK_DETECTION);
    final boolean isInLongMode = (Processor.readMsr(Msr.EFER) & Efer.LONG_MODE_ACTIVE) != 0;
    private final long miscellaneous = Processor.readMsr(Msr.VMX_MISCELLANEOUS);
    private final ControlLimits[] controls = new ControlLimits[ControlWord.count()];

    public ProcessorLimits() {
        long basic = Processor.readMsr(Msr.VMX_BASIC);
        revision = (int) (basic & REVISION_MASK);
        takesAnyErrorCode = (basic & ANY_ERROR_CODE) != 0;
        structureForbidden = (basic & STRUCTURES_BELOW_4G) != 0 ? ~LOW_HALF : ~addresses.physicalMask();
        readControls();
        translation = allows(ControlWord.SECONDARY, SecondaryControls.EPT) || allows(ControlWord.SECONDARY, SecondaryControls.VPID)
                ? Processor.readMsr(Msr.VMX_EPT_VPID_CAPABILITY) : 0;
        functions = allows(ControlWord.SECONDARY, SecondaryControls.VM_FUNCTIONS) ? Processor.readMsr(Msr.VMX_FUNCTIONS) : 0;
    }

    /** Registers that only some processors have are told by other controls. */
    private void readControls() {
        controls(ControlWord.PIN, Msr.VMX_TRUE_PIN_CONTROLS);
        controls(ControlWord.PRIMARY, Msr.VMX_TRUE_PROCESSOR_CONTROLS);
        controls(ControlWord.EXIT, Msr.VMX_TRUE_EXIT_CONTROLS);
        controls(ControlWord.ENTRY, Msr.VMX_TRUE_ENTRY_CONTROLS);
        controls[ControlWord.SECONDARY.ordinal()] = ControlLimits.ofHalves(
                allows(ControlWord.PRIMARY, ProcessorControls.SECONDARY_CONTROLS) ? Processor.readMsr(Msr.VMX_SECONDARY_CONTROLS) : 0);
        controls[ControlWord.TERTIARY.ordinal()] = ControlLimits.ofAllowed(
                allows(ControlWord.PRIMARY, ProcessorControls.TERTIARY_CONTROLS) ? Processor.readMsr(Msr.VMX_TERTIARY_CONTROLS) : 0);
        controls[ControlWord.SECONDARY_EXIT.ordinal()] = ControlLimits.ofAllowed(
                allows(ControlWord.EXIT, ExitControls.SECONDARY_CONTROLS) ? Processor.readMsr(Msr.VMX_SECONDARY_EXIT_CONTROLS) : 0);
    }

    private void controls(ControlWord word, int msr) {
        controls[word.ordinal()] = ControlLimits.ofHalves(Processor.readMsr(msr));
    }

    /** Whether the processor's VMCSs have a field. */
    public boolean hasField(VmcsField field) {
        return OptionalField.exists(field, this);
    }

    ControlLimits of(ControlWord word) {
        return controls[word.ordinal()];
    }

    boolean allows(ControlWord word, int bit) {
        return of(word).allows(bit);
    }

    int cr3Targets() {
        return (int) (miscellaneous >>> VmxMiscellaneous.CR3_TARGETS_SHIFT) & VmxMiscellaneous.CR3_TARGETS_MASK;
    }

    /** @param state one of {@link ActivityState}, 1..3 */
    boolean hasActivity(int state) {
        return (miscellaneous >>> VmxMiscellaneous.ACTIVITY_SHIFT + state & 1) != 0;
    }

    boolean takesZeroLength() {
        return (miscellaneous & VmxMiscellaneous.ZERO_LENGTH_INJECTION) != 0;
    }
}
