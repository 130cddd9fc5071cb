/** Spaces are not mixed. */
package org.peaberry.verifier.rules.word;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.model.Annotations;
import org.peaberry.verifier.model.Type;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;
import org.peaberry.verifier.syntax.DialectParser.CallContext;
import org.peaberry.verifier.tree.Nodes;

public final class SpaceMixing extends Rule {
    private static final String SPACES = "org.peaberry.runtime.unboxed.";

    public SpaceMixing() {
        super("space-mixing", RuleGroup.WORD, "A number of one address space is not made a word of another, but in code that says so.",
                "a guest frame that is taken for a host frame is a hole in the wall between guests",
                "the map that translates: GuestPhysicalMap, DirectMap; in code that is such a map, @CrossesSpaces with the reason");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.unboxed.GuestFrame;
                import org.peaberry.runtime.unboxed.HostFrame;

                final class Pages {
                    static GuestFrame next(GuestFrame frame) {
                        return GuestFrame.of(frame.toLong() + 1);
                    }

                    static boolean isFirst(HostFrame frame) {
                        return frame.toLong() == 0;
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.unboxed.GuestFrame;
                import org.peaberry.runtime.unboxed.HostFrame;

                final class Pages {
                    static HostFrame hostFrame(GuestFrame frame) {
                        return HostFrame.of(frame.toLong()); // here
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (CallContext call : check.all(CallContext.class)) {
            Type made = check.model().typeOf(call.expression());
            boolean isFactory = call.identifier().getText().equals("of") && isSpace(made) && check.model().typing().isTypeName(call.expression());
            if (isFactory && !check.model().isHosted(call) && !isAllowed(check, call)) {
                checkNumber(check, call, made);
            }
        }
    }

    private static void checkNumber(Check check, CallContext call, Type made) {
        for (CallContext inner : Nodes.within(call.arguments(), CallContext.class)) {
            Type from = check.model().typeOf(inner.expression());
            if (inner.identifier().getText().equals("toLong") && isSpace(from) && !from.name().equals(made.name())) {
                check.report(call, "the number of a " + from.simpleName() + " is taken for one of " + made.simpleName());
                return;
            }
        }
    }

    private static boolean isSpace(Type type) {
        return type.isWord() && type.name().startsWith(SPACES);
    }

    private static boolean isAllowed(Check check, ParserRuleContext node) {
        for (ParserRuleContext at = node; at != null; at = at.getParent()) {
            if (Annotations.has(at, "CrossesSpaces")) {
                return true;
            }
        }
        return check.file().packageName().equals("org.peaberry.runtime.unboxed");
    }
}
