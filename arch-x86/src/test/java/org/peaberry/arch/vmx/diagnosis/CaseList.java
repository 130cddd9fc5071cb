/** Collects cases. */
package org.peaberry.arch.vmx.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.peaberry.arch.vmx.VmcsField;

final class CaseList {
    private final List<RuleCase> cases = new ArrayList<>();

    void add(Rule rule, VmcsField field, Consumer<Setup> change) {
        add(rule, field, GuestMode.LONG, change);
    }

    void add(Rule rule, VmcsField field, GuestMode mode, Consumer<Setup> change) {
        add(rule, field, mode, Set.of(), change);
    }

    void add(Rule rule, VmcsField field, GuestMode mode, Set<Rule> implied, Consumer<Setup> change) {
        cases.add(new RuleCase(rule, field, mode, implied, change));
    }

    List<RuleCase> all() {
        return cases;
    }

    /** Every case there is. */
    static List<RuleCase> complete() {
        CaseList list = new CaseList();
        ExecutionControlCases.addTo(list);
        DependencyCases.addTo(list);
        EntryControlCases.addTo(list);
        HostCases.addTo(list);
        GuestRegisterCases.addTo(list);
        GuestSegmentCases.addTo(list);
        GuestStateCases.addTo(list);
        return list.all();
    }
}
