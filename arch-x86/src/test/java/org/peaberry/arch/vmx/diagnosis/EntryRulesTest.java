/** Every rule of a VM entry: a good VMCS breaks none, a VMCS that breaks one is found out, by that rule alone. */
package org.peaberry.arch.vmx.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EntryRulesTest {
    private static final List<Rule[]> TABLES = List.of(ExecutionControlRule.values(), DependencyRule.values(), ExitControlRule.values(),
            EntryControlRule.values(), HostRule.values(), GuestRegisterRule.values(), GuestSegmentRule.values(), GuestStateRule.values());

    static List<RuleCase> cases() {
        return CaseList.complete();
    }

    @ParameterizedTest
    @EnumSource(GuestMode.class)
    void aGoodVmcsBreaksNoRule(GuestMode mode) {
        assertEquals(List.of(), new Setup(mode).findings());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aBrokenRuleIsFoundAndNoOther(RuleCase broken) {
        Setup setup = new Setup(broken.mode());
        broken.change().accept(setup);
        List<Setup.Finding> others = new ArrayList<>(setup.findings());
        assertTrue(others.remove(new Setup.Finding(broken.rule(), broken.field())), others.toString());
        Set<Rule> implied = new HashSet<>();
        others.forEach(other -> implied.add(other.rule()));
        assertEquals(broken.implied(), implied);
    }

    @Test
    void everyRuleHasACase() {
        Set<Rule> covered = new HashSet<>();
        cases().forEach(one -> covered.add(one.rule()));
        for (Rule[] table : TABLES) {
            for (Rule rule : table) {
                assertTrue(covered.contains(rule), rule.section() + " " + rule.name());
            }
        }
    }
}
