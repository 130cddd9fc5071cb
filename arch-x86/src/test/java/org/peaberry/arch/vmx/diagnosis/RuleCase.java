/** One way to break one rule. */
package org.peaberry.arch.vmx.diagnosis;

import java.util.Set;
import java.util.function.Consumer;

import org.peaberry.arch.vmx.VmcsField;

/**
 * @param field the field that must be blamed
 * @param implied rules that cannot be obeyed at the same time
 */
record RuleCase(Rule rule, VmcsField field, GuestMode mode, Set<Rule> implied, Consumer<Setup> change) {
    @Override
    public String toString() {
        return rule.section() + " " + rule.name() + " by " + field.name();
    }
}
