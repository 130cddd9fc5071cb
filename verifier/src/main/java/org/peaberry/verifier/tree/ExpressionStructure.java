/** Expressions: operators of one word, names where names are asked for. */
package org.peaberry.verifier.tree;

import java.util.List;
import java.util.Set;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.peaberry.verifier.syntax.DialectParser.ArrayElementContext;
import org.peaberry.verifier.syntax.DialectParser.AssignContext;
import org.peaberry.verifier.syntax.DialectParser.AssignmentContext;
import org.peaberry.verifier.syntax.DialectParser.CaseValueContext;
import org.peaberry.verifier.syntax.DialectParser.ClassLiteralContext;
import org.peaberry.verifier.syntax.DialectParser.ElementValueContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.FieldAccessContext;
import org.peaberry.verifier.syntax.DialectParser.InnerCreationContext;
import org.peaberry.verifier.syntax.DialectParser.InstanceOfContext;
import org.peaberry.verifier.syntax.DialectParser.LambdaExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.MethodReferenceContext;
import org.peaberry.verifier.syntax.DialectParser.NameContext;
import org.peaberry.verifier.syntax.DialectParser.ObjectCreationContext;
import org.peaberry.verifier.syntax.DialectParser.OuterSuperCallContext;
import org.peaberry.verifier.syntax.DialectParser.OuterThisContext;
import org.peaberry.verifier.syntax.DialectParser.ParenthesizedContext;
import org.peaberry.verifier.syntax.DialectParser.PrimaryExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.ShiftContext;
import org.peaberry.verifier.syntax.DialectParser.SuperFieldContext;
import org.peaberry.verifier.syntax.SyntaxError;

final class ExpressionStructure extends Structure {
    private static final Set<String> OF_OPERANDS = Set.of(".", "[", "++", "--", "::");

    ExpressionStructure(SourceFile file, List<SyntaxError> errors) {
        super(file, errors);
    }

    @Override
    void check() {
        all(ShiftContext.class).forEach(shift -> checkAdjacent(shift, "<>"));
        all(AssignmentContext.class).forEach(assignment -> checkAdjacent(assignment, "<>="));
        all(AssignContext.class).forEach(assign -> checkVariable(assign.expression(0)));
        all(InstanceOfContext.class).forEach(this::checkBehind);
        all(OuterThisContext.class).forEach(self -> checkName(self.expression(), "this"));
        all(ClassLiteralContext.class).forEach(literal -> checkName(literal.expression(), "class"));
        all(OuterSuperCallContext.class).forEach(call -> checkName(call.expression(), "super"));
        for (InnerCreationContext inner : all(InnerCreationContext.class)) {
            if (!(inner.creation() instanceof ObjectCreationContext creation) || creation.classType().identifier().size() > 1) {
                report(inner.creation(), "only an object of an inner class is made of another object");
            }
        }
        for (CaseValueContext value : all(CaseValueContext.class)) {
            if (value.expression() instanceof LambdaExpressionContext) {
                report(value, "a lambda cannot be a case");
            }
        }
        for (ElementValueContext value : all(ElementValueContext.class)) {
            if (value.expression() instanceof AssignContext) {
                report(value, "an annotation's value is a constant");
            }
        }
        for (MethodReferenceContext reference : all(MethodReferenceContext.class)) {
            if (reference.type() != null && reference.type().primitiveType() != null && reference.type().dimensions() == null) {
                report(reference, "a primitive type has no methods");
            }
        }
    }

    /** {@code > >} is not {@code >>}. */
    private void checkAdjacent(ParserRuleContext node, String signs) {
        Token before = null;
        for (int i = 0; i < node.getChildCount(); i++) {
            if (node.getChild(i) instanceof TerminalNode leaf && signs.contains(leaf.getText().substring(0, 1))) {
                Token token = leaf.getSymbol();
                if (before != null && token.getStartIndex() != before.getStopIndex() + 1) {
                    report(token, "the signs of an operator stand together");
                }
                before = token;
            }
        }
    }

    /** The test ends with a type: what belongs to an operand cannot follow it. */
    private void checkBehind(InstanceOfContext test) {
        boolean isOperand = test.getParent().getChild(0) == test && test.getParent().getChildCount() > 1;
        if (isOperand && test.getParent().getChild(1) instanceof TerminalNode sign && OF_OPERANDS.contains(sign.getText())) {
            report(sign.getSymbol(), "'" + sign.getText() + "' cannot follow the type of an instanceof");
        }
    }

    /** Variables, fields and elements are assigned to; so {@code a < b = c} is nothing. */
    private void checkVariable(ExpressionContext target) {
        boolean isPrimary = target instanceof PrimaryExpressionContext simple
                && (simple.primary() instanceof NameContext || simple.primary() instanceof ParenthesizedContext || simple.primary() instanceof SuperFieldContext);
        if (!isPrimary && !(target instanceof FieldAccessContext) && !(target instanceof ArrayElementContext)) {
            report(target, "nothing can be assigned to this: it is no variable, field or element of an array");
        }
    }

    private void checkName(ExpressionContext expression, String word) {
        if (!expression.getText().matches("[a-zA-Z0-9_$.]+") || !(expression instanceof FieldAccessContext
                || expression instanceof PrimaryExpressionContext simple && simple.primary() instanceof NameContext)) {
            report(expression, "'." + word + "' follows the name of a type");
        }
    }
}
