/** All checks of a VM entry, in the order of the manual. */
package org.peaberry.arch.vmx.diagnosis;

/** Unlike the processor they do not stop at the first broken rule. Nothing is allocated. */
public final class EntryChecks {
    private static final RuleGroup[] GROUPS = {
        new ControlBitRules(), new StructureRules(), new VirtualApicRules(), new TranslationRules(), new FunctionRules(), new MsrAreaRules(),
        new EntryModeRules(), new EventInjectionRules(),
        new HostRegisterRules(), new HostSegmentRules(), new AddressSpaceRules(),
        new GuestControlRegisterRules(), new GuestMsrRules(), new GuestExtensionRules(),
        new GuestSegmentRules(), new CodeSegmentRules(), new StackSegmentRules(), new DataSegmentRules(), new SystemSegmentRules(),
        new DescriptorTableRules(), new InstructionPointerRules(),
        new ActivityRules(), new InterruptibilityRules(), new PendingDebugRules(), new LinkPointerRules(), new PageDirectoryPointerRules(),
    };

    private final EntryState state;

    public EntryChecks(VmcsReader vmcs, ProcessorLimits limits) {
        state = new EntryState(vmcs, limits);
    }

    /** Tells every rule that the VMCS breaks now. */
    public void run(Findings findings) {
        for (RuleGroup group : GROUPS) {
            group.check(state, findings);
        }
    }
}
