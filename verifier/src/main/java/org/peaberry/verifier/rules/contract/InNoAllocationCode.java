/** A rule about code that must not allocate. */
package org.peaberry.verifier.rules.contract;

import java.util.ArrayList;
import java.util.List;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.model.Method;
import org.peaberry.verifier.model.Modifiers;
import org.peaberry.verifier.model.NoAllocationCode;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;
import org.peaberry.verifier.syntax.DialectParser.CallContext;
import org.peaberry.verifier.syntax.DialectParser.LocalCallContext;
import org.peaberry.verifier.syntax.DialectParser.MethodContext;
import org.peaberry.verifier.syntax.DialectParser.ThrowStatementContext;
import org.peaberry.verifier.syntax.DialectParser.ThrowingContext;

abstract class InNoAllocationCode extends Rule {
    InNoAllocationCode(String id, String statement, String reason, String instead) {
        super(id, RuleGroup.CONTRACT, statement, reason, instead);
    }

    /** Reports a place, if it is in code that must not allocate and is not on the way to throw. */
    static void report(Check check, ParserRuleContext node, String what) {
        Method method = check.model().methodAround(node);
        NoAllocationCode code = check.world().noAllocationCode();
        if (method != null && code.contains(method) && !isThrown(node) && !makesWhatIsThrown(check, method)) {
            check.report(node, what + " in code that must not allocate: " + code.chain(method));
        }
    }

    /** What is made only to be thrown comes from a reserve. */
    private static boolean makesWhatIsThrown(Check check, Method method) {
        if (!Modifiers.has(method.declaration(), "private") || method.result() == null) {
            return false;
        }
        List<ParserRuleContext> calls = new ArrayList<>(check.all(LocalCallContext.class));
        calls.addAll(check.all(CallContext.class));
        calls.removeIf(call -> !method.equals(check.model().typing().calls().find(call)));
        return !calls.isEmpty() && calls.stream().allMatch(InNoAllocationCode::isThrown);
    }

    private static boolean isThrown(ParserRuleContext node) {
        for (ParserRuleContext at = node; at != null && !(at instanceof MethodContext); at = at.getParent()) {
            if (at instanceof ThrowStatementContext || at instanceof ThrowingContext) {
                return true;
            }
        }
        return false;
    }
}
