/** Which methods may end with an exception that somebody throws on purpose. */
package org.peaberry.verifier.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.model.Method;
import org.peaberry.verifier.model.Type;
import org.peaberry.verifier.model.World;
import org.peaberry.verifier.syntax.DialectParser.CallContext;
import org.peaberry.verifier.syntax.DialectParser.CatchClauseContext;
import org.peaberry.verifier.syntax.DialectParser.ThrowStatementContext;
import org.peaberry.verifier.syntax.DialectParser.ThrowingContext;
import org.peaberry.verifier.syntax.DialectParser.TryStatementContext;
import org.peaberry.verifier.tree.Nodes;

/** Failing checks of the language (null, bounds) are mistakes and not counted; what calls into the unknown is. */
final class MayThrow {
    private static final String NOTHING = "";

    private final Map<Method, String> known = new ConcurrentHashMap<>();
    private final World world;

    MayThrow(World world) {
        this.world = world;
    }

    boolean mayThrow(Method method) {
        return !thrower(method).isEmpty();
    }

    /** The method that throws when this one is called; empty when none does. */
    String thrower(Method method) {
        String answer = known.get(method);
        if (answer == null) {
            answer = search(method);
            known.put(method, answer);
        }
        return answer;
    }

    /** Looks through everything that the method can call. */
    private String search(Method root) {
        Set<Method> seen = new HashSet<>();
        Deque<Method> work = new ArrayDeque<>(world.targets(root));
        while (!work.isEmpty()) {
            Method method = work.remove();
            String before = known.getOrDefault(method, "?");
            if (!seen.add(method) || isQuiet(method) || before.equals(NOTHING)) {
                continue;
            }
            if (throwsItself(method)) {
                return method.label();
            }
            if (!before.equals("?")) {
                return before;
            }
            world.calls().callees(method).forEach(callee -> work.addAll(world.targets(callee)));
        }
        return NOTHING;
    }

    private static boolean isQuiet(Method method) {
        return method.hasAnnotation("Uninterruptible") || Ownership.acquires(method) || Ownership.releases(method)
                || method.parameters().stream().anyMatch(parameter -> parameter.hasAnnotation("Releases"))
                || method.owner().model().isHosted(method.declaration());
    }

    private static boolean throwsItself(Method method) {
        if (method.body() == null) {
            return false;
        }
        for (ParserRuleContext node : Nodes.within(method.body(), ParserRuleContext.class)) {
            boolean isThrow = node instanceof ThrowStatementContext || node instanceof ThrowingContext;
            if (isThrow && !isCaught(node, method) || callsUnknown(node, method)) {
                return true;
            }
        }
        return false;
    }

    /** A method of an interface of the JDK: anybody may implement it. */
    static boolean callsUnknown(ParserRuleContext node, Method method) {
        if (!(node instanceof CallContext call) || method.owner().model().typing().calls().find(call) != null) {
            return false;
        }
        Type target = method.owner().model().typeOf(call.expression());
        return UNKNOWN.contains(target.name());
    }

    private static boolean isCaught(ParserRuleContext node, Method method) {
        for (ParserRuleContext at = node; at != method.body(); at = at.getParent()) {
            boolean isBody = at.getParent() instanceof TryStatementContext statement && statement.block() == at;
            if (isBody && ((TryStatementContext) at.getParent()).catchClause().stream().anyMatch(MayThrow::catchesAll)) {
                return true;
            }
        }
        return false;
    }

    static boolean catchesAll(CatchClauseContext clause) {
        return clause.type().stream().anyMatch(type -> ALL.contains(type.getText()));
    }

    private static final Set<String> ALL = Set.of("Throwable", "Exception", "RuntimeException");
    private static final Set<String> UNKNOWN = Set.of("java.lang.Runnable", "java.util.concurrent.Callable", "java.util.function.Supplier",
            "java.util.function.Consumer", "java.lang.Iterable", "java.lang.AutoCloseable");
}
