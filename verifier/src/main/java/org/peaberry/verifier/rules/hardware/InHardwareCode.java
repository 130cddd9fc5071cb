/** A rule about code that drives hardware: the kernel and the architecture. */
package org.peaberry.verifier.rules.hardware;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;

abstract class InHardwareCode extends Rule {
    InHardwareCode(String id, String statement, String reason, String instead) {
        super(id, RuleGroup.HARDWARE, statement, reason, instead);
    }

    static void report(Check check, ParserRuleContext node, String what) {
        if (check.model().isKernel() && !check.model().isHosted(node) && !Numbers.isNamed(node)) {
            check.report(node, what);
        }
    }
}
