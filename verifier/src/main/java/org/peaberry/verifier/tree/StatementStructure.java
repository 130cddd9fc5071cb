/** Statements: what does something, and what is inferred. */
package org.peaberry.verifier.tree;

import java.util.ArrayList;
import java.util.List;

import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.peaberry.verifier.syntax.DialectParser.AssignContext;
import org.peaberry.verifier.syntax.DialectParser.CallContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionStatementContext;
import org.peaberry.verifier.syntax.DialectParser.FieldAccessContext;
import org.peaberry.verifier.syntax.DialectParser.ForStatementContext;
import org.peaberry.verifier.syntax.DialectParser.InnerCreationContext;
import org.peaberry.verifier.syntax.DialectParser.LocalCallContext;
import org.peaberry.verifier.syntax.DialectParser.LocalVariablesContext;
import org.peaberry.verifier.syntax.DialectParser.NameContext;
import org.peaberry.verifier.syntax.DialectParser.NewContext;
import org.peaberry.verifier.syntax.DialectParser.ObjectCreationContext;
import org.peaberry.verifier.syntax.DialectParser.OuterSuperCallContext;
import org.peaberry.verifier.syntax.DialectParser.PostfixContext;
import org.peaberry.verifier.syntax.DialectParser.PrefixContext;
import org.peaberry.verifier.syntax.DialectParser.PrimaryContext;
import org.peaberry.verifier.syntax.DialectParser.PrimaryExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.ResourceContext;
import org.peaberry.verifier.syntax.DialectParser.SuperCallContext;
import org.peaberry.verifier.syntax.DialectParser.SuperConstructorCallContext;
import org.peaberry.verifier.syntax.DialectParser.SuperFieldContext;
import org.peaberry.verifier.syntax.DialectParser.SwitchRuleContext;
import org.peaberry.verifier.syntax.DialectParser.SwitchStatementContext;
import org.peaberry.verifier.syntax.DialectParser.ThisConstructorCallContext;
import org.peaberry.verifier.syntax.DialectParser.ThisContext;
import org.peaberry.verifier.syntax.DialectParser.TypeContext;
import org.peaberry.verifier.syntax.DialectParser.VariableContext;
import org.peaberry.verifier.syntax.DialectParser.YieldStatementContext;
import org.peaberry.verifier.syntax.SyntaxError;

final class StatementStructure extends Structure {
    StatementStructure(SourceFile file, List<SyntaxError> errors) {
        super(file, errors);
    }

    @Override
    void check() {
        all(ExpressionStatementContext.class).forEach(statement -> checkEffect(statement.expression()));
        for (ForStatementContext loop : all(ForStatementContext.class)) {
            if (loop.expressions() != null) {
                loop.expressions().expression().forEach(this::checkEffect);
            }
            if (loop.forStart() != null && loop.forStart().expressions() != null) {
                loop.forStart().expressions().expression().forEach(this::checkEffect);
            }
        }
        for (SwitchRuleContext rule : all(SwitchRuleContext.class)) {
            if (rule.expression() != null && rule.getParent().getParent() instanceof SwitchStatementContext) {
                checkEffect(rule.expression());
            }
        }
        all(LocalVariablesContext.class).forEach(this::checkInferred);
        all(ResourceContext.class).forEach(this::checkResource);
        all(YieldStatementContext.class).forEach(this::checkYield);
        for (LocalCallContext call : all(LocalCallContext.class)) {
            if (call.identifier().getText().equals("yield")) {
                report(call, "'yield' cannot be called without a target");
            }
        }
    }

    private void checkEffect(ExpressionContext expression) {
        boolean isStep = expression instanceof PrefixContext prefix && prefix.getChild(0).getText().matches("\\+\\+|--");
        PrimaryContext primary = expression instanceof PrimaryExpressionContext simple ? simple.primary() : null;
        boolean isCall = expression instanceof CallContext || expression instanceof OuterSuperCallContext || expression instanceof InnerCreationContext
                || primary instanceof LocalCallContext || primary instanceof SuperCallContext || primary instanceof ThisConstructorCallContext
                || primary instanceof SuperConstructorCallContext || primary instanceof NewContext creation && creation.creation() instanceof ObjectCreationContext;
        if (!isStep && !isCall && !(expression instanceof AssignContext) && !(expression instanceof PostfixContext)) {
            report(expression, "an expression without an effect is not a statement");
        }
    }

    private void checkInferred(LocalVariablesContext locals) {
        TypeContext type = locals.type();
        if (type.classType() == null || !type.classType().getText().equals("var")) {
            return;
        }
        boolean isPlain = locals.variables().variable().size() == 1 && type.dimensions() == null;
        VariableContext first = locals.variables().variable(0);
        if (!isPlain || first.initializer() == null || first.initializer().expression() == null || first.forbiddenDimensions() != null) {
            report(locals, "'var' takes its type from one value");
        }
    }

    private void checkResource(ResourceContext resource) {
        boolean isName = resource.expression() instanceof FieldAccessContext
                || resource.expression() instanceof PrimaryExpressionContext simple
                        && (simple.primary() instanceof NameContext || simple.primary() instanceof ThisContext || simple.primary() instanceof SuperFieldContext);
        if (resource.identifier() == null && !isName) {
            report(resource, "a resource is a declaration or the name of a variable");
        }
    }

    /** javac takes what follows for a declaration or a call otherwise. */
    private void checkYield(YieldStatementContext yield) {
        String next = yield.expression().getStart().getText();
        if (next.matches("boolean|byte|short|char|int|long|float|double|void")) {
            report(yield, "the value of 'yield' cannot start with '" + next + "': put it in parentheses");
        }
        if (next.equals("++") || next.equals("--") || next.equals("(")) {
            checkAmbiguousYield(yield, next);
        }
    }

    private void checkAmbiguousYield(YieldStatementContext yield, String next) {
        boolean isStep = !next.equals("(") && yield.expression() instanceof PrefixContext;
        if (!isStep && !next.equals("(")) {
            report(yield, "the value of 'yield' is ambiguous: put it in parentheses");
        }
        if (next.equals("(") && looksLikeCall(yield.expression())) {
            report(yield, "'yield' with a comma in parentheses is taken for a call: give the value a name");
        }
    }

    /** javac 17 looks for a comma between the first parenthesis and its partner, and for an arrow behind them. */
    private static boolean looksLikeCall(ExpressionContext value) {
        List<String> tokens = new ArrayList<>();
        addTokens(value, tokens);
        int depth = 0;
        boolean hasComma = false;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            hasComma |= depth == 1 && token.equals(",");
            if (depth == 0) {
                return hasComma && !(i + 1 < tokens.size() && tokens.get(i + 1).equals("->"));
            }
        }
        return false;
    }

    private static void addTokens(ParseTree tree, List<String> tokens) {
        if (tree instanceof TerminalNode token) {
            tokens.add(token.getText());
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            addTokens(tree.getChild(i), tokens);
        }
    }
}
