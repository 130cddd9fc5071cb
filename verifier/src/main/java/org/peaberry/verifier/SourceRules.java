/** Walks a file's syntax tree and collects what the dialect leaves out. */
package org.peaberry.verifier;

import java.util.List;

import org.antlr.v4.runtime.ParserRuleContext;

final class SourceRules extends DialectBaseListener {
    private final String file;
    private final List<Violation> violations;

    SourceRules(String file, List<Violation> violations) {
        this.file = file;
        this.violations = violations;
    }

    @Override
    public void enterLambda(DialectParser.LambdaContext context) {
        report(context, Rule.LAMBDA);
    }

    @Override
    public void enterMethodReference(DialectParser.MethodReferenceContext context) {
        report(context, Rule.METHOD_REFERENCE);
    }

    @Override
    public void enterSynchronizedStatement(DialectParser.SynchronizedStatementContext context) {
        report(context, Rule.MONITOR);
    }

    @Override
    public void enterSynchronizedModifier(DialectParser.SynchronizedModifierContext context) {
        report(context, Rule.MONITOR);
    }

    @Override
    public void enterFloatingPointType(DialectParser.FloatingPointTypeContext context) {
        report(context, Rule.FLOATING_POINT);
    }

    @Override
    public void enterFloatingPointLiteral(DialectParser.FloatingPointLiteralContext context) {
        report(context, Rule.FLOATING_POINT);
    }

    @Override
    public void enterVariableArguments(DialectParser.VariableArgumentsContext context) {
        report(context, Rule.VARIABLE_ARGUMENTS);
    }

    private void report(ParserRuleContext where, Rule rule) {
        violations.add(new Violation(file, where.getStart().getLine(), rule, ""));
    }
}
