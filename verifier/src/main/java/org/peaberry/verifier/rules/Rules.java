/** All rules, in the order of the documentation. */
package org.peaberry.verifier.rules;

import java.util.List;

import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rules.contract.Allocation;
import org.peaberry.verifier.rules.contract.Boxing;
import org.peaberry.verifier.rules.contract.CapturingLambda;
import org.peaberry.verifier.rules.contract.ContractReason;
import org.peaberry.verifier.rules.contract.IteratorLoop;
import org.peaberry.verifier.rules.contract.Recursion;
import org.peaberry.verifier.rules.contract.StringBuilding;
import org.peaberry.verifier.rules.contract.VariableArguments;
import org.peaberry.verifier.rules.control.EmptyCatch;
import org.peaberry.verifier.rules.control.ExhaustiveInstanceOf;
import org.peaberry.verifier.rules.control.ExhaustiveSwitch;
import org.peaberry.verifier.rules.hardware.BareMask;
import org.peaberry.verifier.rules.hardware.BareOffset;
import org.peaberry.verifier.rules.hardware.MagicNumber;
import org.peaberry.verifier.rules.hardware.RawMemoryUse;
import org.peaberry.verifier.rules.language.ArrayBrackets;
import org.peaberry.verifier.rules.language.Assertion;
import org.peaberry.verifier.rules.language.CasePattern;
import org.peaberry.verifier.rules.language.Finalizer;
import org.peaberry.verifier.rules.language.FloatingPoint;
import org.peaberry.verifier.rules.language.Formatting;
import org.peaberry.verifier.rules.language.JdkLibrary;
import org.peaberry.verifier.rules.language.Monitor;
import org.peaberry.verifier.rules.language.NativeMethod;
import org.peaberry.verifier.rules.language.OctalLiteral;
import org.peaberry.verifier.rules.language.Reflection;
import org.peaberry.verifier.rules.language.Threads;
import org.peaberry.verifier.rules.language.UnusedKeyword;
import org.peaberry.verifier.rules.resource.DoubleRelease;
import org.peaberry.verifier.rules.resource.GuardedField;
import org.peaberry.verifier.rules.resource.LockOrder;
import org.peaberry.verifier.rules.resource.ResourceLeak;
import org.peaberry.verifier.rules.resource.UseAfterRelease;
import org.peaberry.verifier.rules.sharing.SharedField;
import org.peaberry.verifier.rules.source.SourceText;
import org.peaberry.verifier.rules.source.SuppressionLimit;
import org.peaberry.verifier.rules.source.SuppressionRule;
import org.peaberry.verifier.rules.source.SyntaxRule;
import org.peaberry.verifier.rules.source.UnusedSuppression;
import org.peaberry.verifier.rules.word.SpaceMixing;
import org.peaberry.verifier.rules.word.WordAsObject;
import org.peaberry.verifier.rules.word.WordIdentity;
import org.peaberry.verifier.rules.word.WordNull;

public final class Rules {
    /** What cannot be read. */
    public static final Rule SOURCE_TEXT = new SourceText();
    /** What the grammar does not know. */
    public static final Rule SYNTAX = new SyntaxRule();
    /** A suppression without rule or reason. */
    public static final Rule SUPPRESSION = new SuppressionRule();
    /** A suppression of nothing. */
    public static final Rule UNUSED_SUPPRESSION = new UnusedSuppression();
    /** One suppression too many. */
    public static final Rule SUPPRESSION_LIMIT = new SuppressionLimit();

    private static final List<Rule> ALL = List.of(
            new Monitor(), new Threads(), new Reflection(), new Finalizer(), new FloatingPoint(), new Formatting(), new JdkLibrary(),
            new NativeMethod(), new Assertion(), new UnusedKeyword(), new OctalLiteral(), new ArrayBrackets(), new CasePattern(),
            new ContractReason(), new Allocation(), new Boxing(), new StringBuilding(), new VariableArguments(), new IteratorLoop(),
            new CapturingLambda(), new Recursion(),
            new WordIdentity(), new WordNull(), new WordAsObject(), new SpaceMixing(),
            new RawMemoryUse(), new BareMask(), new BareOffset(), new MagicNumber(),
            new EmptyCatch(), new ExhaustiveSwitch(), new ExhaustiveInstanceOf(),
            new SharedField(),
            new GuardedField(), new ResourceLeak(), new DoubleRelease(), new UseAfterRelease(), new LockOrder(),
            SOURCE_TEXT, SYNTAX, SUPPRESSION, UNUSED_SUPPRESSION, SUPPRESSION_LIMIT);

    private Rules() {
    }

    public static List<Rule> all() {
        return ALL;
    }

    /** The rule of this id, or null. */
    public static Rule find(String id) {
        for (Rule rule : ALL) {
            if (rule.id().equals(id)) {
                return rule;
            }
        }
        return null;
    }
}
