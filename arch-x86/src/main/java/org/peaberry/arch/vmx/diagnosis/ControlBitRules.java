/** Checks of each word of controls against what the processor fixes, and of controls against each other. SDM 26.2.1.1 to 26.2.1.3. */
package org.peaberry.arch.vmx.diagnosis;

final class ControlBitRules extends RuleGroup {
    private static final ControlWord[] WORDS = ControlWord.values();
    private static final Rule[] MANDATORY = new Rule[ControlWord.count()];
    private static final Rule[] ALLOWED = new Rule[ControlWord.count()];
    private static final DependencyRule[] DEPENDENCIES = DependencyRule.values();

    static {
        row(ControlWord.PIN, ExecutionControlRule.PIN_MANDATORY, ExecutionControlRule.PIN_ALLOWED);
        row(ControlWord.PRIMARY, ExecutionControlRule.PRIMARY_MANDATORY, ExecutionControlRule.PRIMARY_ALLOWED);
        row(ControlWord.SECONDARY, ExecutionControlRule.SECONDARY_MANDATORY, ExecutionControlRule.SECONDARY_ALLOWED);
        row(ControlWord.TERTIARY, null, ExecutionControlRule.TERTIARY_ALLOWED);
        row(ControlWord.EXIT, ExitControlRule.EXIT_MANDATORY, ExitControlRule.EXIT_ALLOWED);
        row(ControlWord.SECONDARY_EXIT, null, ExitControlRule.SECONDARY_EXIT_ALLOWED);
        row(ControlWord.ENTRY, EntryControlRule.ENTRY_MANDATORY, EntryControlRule.ENTRY_ALLOWED);
    }

    private static void row(ControlWord word, Rule mandatory, Rule allowed) {
        MANDATORY[word.ordinal()] = mandatory;
        ALLOWED[word.ordinal()] = allowed;
    }

    @Override
    void check(EntryState state, Findings findings) {
        for (ControlWord word : WORDS) {
            if (state.isActive(word)) {
                ControlLimits limits = state.limits.of(word);
                long value = state.vmcs.unsigned(word.field());
                findings.requireNone(limits.mandatory & ~value, MANDATORY[word.ordinal()], word.field());
                findings.requireNone(value & ~limits.allowed, ALLOWED[word.ordinal()], word.field());
            }
        }
        for (DependencyRule rule : DEPENDENCIES) {
            rule.check(state, findings);
        }
    }
}
