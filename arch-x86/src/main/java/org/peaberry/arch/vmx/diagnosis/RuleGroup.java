/** Checks that belong together: those of one area of the VMCS. */
package org.peaberry.arch.vmx.diagnosis;

abstract class RuleGroup {
    /** Checks every rule of the group, whatever the others find. */
    abstract void check(EntryState state, Findings findings);
}
