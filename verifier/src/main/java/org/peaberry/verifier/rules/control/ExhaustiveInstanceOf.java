/** A chain of tests covers a sealed type. */
package org.peaberry.verifier.rules.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.peaberry.verifier.model.Modifiers;
import org.peaberry.verifier.model.Type;
import org.peaberry.verifier.model.TypeDeclaration;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.IfStatementContext;
import org.peaberry.verifier.syntax.DialectParser.InstanceOfContext;
import org.peaberry.verifier.syntax.DialectParser.StatementContext;
import org.peaberry.verifier.tree.Nodes;

public final class ExhaustiveInstanceOf extends Rule {
    public ExhaustiveInstanceOf() {
        super("exhaustive-instanceof", RuleGroup.CONTROL, "An if chain of instanceof over a sealed type tests every permitted type or ends in else.",
                "a type that is permitted later would silently fall through",
                "test the missing types, or end the chain in an else that says what happens to all others");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                final class Shapes {
                    sealed interface Shape permits Circle, Square {
                    }

                    record Circle(int radius) implements Shape {
                    }

                    record Square(int side) implements Shape {
                    }

                    static int width(Shape shape) {
                        int width = 0;
                        if (shape instanceof Circle circle) {
                            width = 2 * circle.radius();
                        } else if (shape instanceof Square square) {
                            width = square.side();
                        }
                        return width;
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                final class Shapes {
                    sealed interface Shape permits Circle, Square, Line {
                    }

                    record Circle(int radius) implements Shape {
                    }

                    record Square(int side) implements Shape {
                    }

                    record Line() implements Shape {
                    }

                    static int width(Shape shape) {
                        int width = 0;
                        if (shape instanceof Circle circle) { // here
                            width = 2 * circle.radius();
                        } else if (shape instanceof Square square) {
                            width = square.side();
                        }
                        return width;
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (IfStatementContext first : check.all(IfStatementContext.class)) {
            boolean isFirst = !(first.getParent() instanceof IfStatementContext outer && outer.statement(1) == first);
            if (isFirst && !check.model().isHosted(first)) {
                checkChain(check, first);
            }
        }
    }

    private static void checkChain(Check check, IfStatementContext first) {
        Set<String> tested = new HashSet<>();
        ExpressionContext subject = null;
        int links = 0;
        StatementContext at = first;
        while (at instanceof IfStatementContext link) {
            if (!(Nodes.unwrapped(link.condition().expression()) instanceof InstanceOfContext test)
                    || subject != null && !Nodes.unwrapped(test.expression()).getText().equals(subject.getText())) {
                return;
            }
            subject = Nodes.unwrapped(test.expression());
            tested.add(check.model().resolver().resolve(test.type(), check.model().typeAround(test)).name());
            links++;
            at = link.statement(1);
        }
        if (at == null && links > 1) {
            checkTested(check, first, check.model().typeOf(subject), tested);
        }
    }

    private static void checkTested(Check check, IfStatementContext first, Type type, Set<String> tested) {
        if (type.declaration() == null || !Modifiers.has(type.declaration().declaration(), "sealed")) {
            return;
        }
        List<String> missing = new ArrayList<>();
        for (TypeDeclaration below : check.world().subtypes(type.declaration())) {
            boolean isCovered = below.withSupertypes().stream().anyMatch(above -> tested.contains(above.name()));
            boolean isLeaf = check.world().subtypes(below).size() == 1;
            if (isLeaf && !isCovered) {
                missing.add(below.simpleName());
            }
        }
        if (!missing.isEmpty()) {
            check.report(first, "the tests of a " + type.simpleName() + " leave out " + String.join(", ", missing));
        }
    }
}
