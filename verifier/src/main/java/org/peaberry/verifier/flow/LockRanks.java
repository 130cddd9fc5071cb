/** The declared order of locks, and which ranks a call may take. */
package org.peaberry.verifier.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.model.Annotations;
import org.peaberry.verifier.model.CallGraph;
import org.peaberry.verifier.model.FileModel;
import org.peaberry.verifier.model.Method;
import org.peaberry.verifier.model.Variable;
import org.peaberry.verifier.model.World;
import org.peaberry.verifier.syntax.DialectParser.AnnotationContext;
import org.peaberry.verifier.syntax.DialectParser.CallContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;

final class LockRanks {
    /** Of a lock without a rank. */
    static final int NONE = Integer.MIN_VALUE;

    private final World world;
    private final Map<Method, Set<Integer>> own = new ConcurrentHashMap<>();
    private final Map<Method, Set<Integer>> all = new ConcurrentHashMap<>();

    LockRanks(World world) {
        this.world = world;
    }

    /** The rank of the lock that an expression names. */
    static int rankOf(FileModel model, ExpressionContext lock) {
        Variable field = model.typing().variableOf(lock);
        AnnotationContext annotation = field == null ? null : Annotations.find(field.declaration(), "LockRank");
        return annotation == null ? NONE : Annotations.number(annotation, "value", NONE);
    }

    /** Ranks that a method takes, itself or in what it calls. */
    Set<Integer> takenBy(Method method) {
        Set<Integer> ranks = all.get(method);
        if (ranks == null) {
            ranks = search(method);
            all.put(method, ranks);
        }
        return ranks;
    }

    private Set<Integer> search(Method root) {
        Set<Integer> ranks = new HashSet<>();
        Set<Method> seen = new HashSet<>();
        Deque<Method> work = new ArrayDeque<>(world.targets(root));
        while (!work.isEmpty()) {
            Method method = work.remove();
            if (seen.add(method) && !method.owner().model().isHosted(method.declaration())) {
                ranks.addAll(own.computeIfAbsent(method, LockRanks::takenItself));
                world.calls().callees(method).forEach(callee -> work.addAll(world.targets(callee)));
            }
        }
        return ranks;
    }

    private static Set<Integer> takenItself(Method method) {
        Set<Integer> ranks = new HashSet<>();
        FileModel model = method.owner().model();
        for (ParserRuleContext node : CallGraph.calls(method)) {
            Method callee = model.typing().calls().find(node);
            if (node instanceof CallContext call && callee != null && Ownership.acquires(callee)) {
                ranks.add(rankOf(model, call.expression()));
            }
        }
        ranks.remove(NONE);
        return ranks;
    }
}
