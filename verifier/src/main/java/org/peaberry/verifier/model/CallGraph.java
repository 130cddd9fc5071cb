/** Which methods of the sources call which. */
package org.peaberry.verifier.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.syntax.DialectParser.CallContext;
import org.peaberry.verifier.syntax.DialectParser.ClassBodyContext;
import org.peaberry.verifier.syntax.DialectParser.LocalCallContext;
import org.peaberry.verifier.syntax.DialectParser.ObjectCreationContext;
import org.peaberry.verifier.syntax.DialectParser.SuperCallContext;
import org.peaberry.verifier.syntax.DialectParser.SuperConstructorCallContext;
import org.peaberry.verifier.syntax.DialectParser.ThisConstructorCallContext;
import org.peaberry.verifier.syntax.DialectParser.TypeDeclarationContext;

public final class CallGraph {
    private final Map<Method, List<Method>> callees = new ConcurrentHashMap<>();

    /** The methods that a body names in calls and creations, each once; not what overrides them. */
    public List<Method> callees(Method method) {
        return callees.computeIfAbsent(method, CallGraph::find);
    }

    private static List<Method> find(Method method) {
        Set<Method> found = new LinkedHashSet<>();
        for (ParserRuleContext call : calls(method)) {
            Method callee = method.owner().model().typing().calls().find(call);
            if (callee != null) {
                found.add(callee);
            }
        }
        return List.copyOf(found);
    }

    /** The calls and creations in a method's own body; those of classes declared in it are not its own. */
    public static List<ParserRuleContext> calls(Method method) {
        List<ParserRuleContext> calls = new ArrayList<>();
        if (method.body() != null) {
            collect(method.body(), calls);
        }
        return calls;
    }

    private static void collect(ParserRuleContext node, List<ParserRuleContext> calls) {
        if (node instanceof CallContext || node instanceof LocalCallContext || node instanceof SuperCallContext || node instanceof ObjectCreationContext
                || node instanceof ThisConstructorCallContext || node instanceof SuperConstructorCallContext) {
            calls.add(node);
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            if (node.getChild(i) instanceof ParserRuleContext child && !(child instanceof ClassBodyContext) && !(child instanceof TypeDeclarationContext)) {
                collect(child, calls);
            }
        }
    }
}
