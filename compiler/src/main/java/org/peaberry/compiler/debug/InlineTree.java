/** The code of a method or inlined call, with what its variables hold, and the calls that were inlined into it. */
package org.peaberry.compiler.debug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.emit.ValuePlace;
import org.peaberry.compiler.ir.Local;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.world.LocalVariable;
import org.peaberry.compiler.world.MethodInfo;

final class InlineTree {
    /** A call that was inlined: of what, and where in the source the call is. */
    record Call(MethodInfo callee, SourcePosition site) {
    }

    private final Map<Call, InlineTree> calls = new LinkedHashMap<>();
    private final List<CodeRange> ranges = new ArrayList<>();
    private final Map<LocalVariable, VariableHistory> variables = new HashMap<>();

    private InlineTree() {
    }

    static InlineTree of(PlacedMethod method) {
        InlineTree root = new InlineTree();
        List<CompiledMethod.Source> sources = method.compiled().sources();
        for (int i = 0; i < sources.size(); i++) {
            int start = sources.get(i).offset();
            int end = i + 1 < sources.size() ? sources.get(i + 1).offset() : method.size();
            root.add(sources.get(i), new CodeRange(method.address() + start, end - start));
        }
        return root;
    }

    private void add(CompiledMethod.Source source, CodeRange range) {
        int next = 0;
        for (SourcePosition position = source.position(); position != null; position = position.caller()) {
            InlineTree tree = at(position);
            tree.add(range);
            for (Local local : position.locals()) {
                ValuePlace place = source.places().get(next++);
                if (place != null) {
                    tree.variables.computeIfAbsent(local.variable(), v -> new VariableHistory()).add(range, place);
                }
            }
        }
    }

    private InlineTree at(SourcePosition position) {
        SourcePosition site = position.caller();
        return site == null ? this : at(site).calls.computeIfAbsent(new Call(position.method(), site), call -> new InlineTree());
    }

    private void add(CodeRange range) {
        CodeRange last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
        if (last != null && last.end() == range.start()) {
            ranges.set(ranges.size() - 1, new CodeRange(last.start(), last.size() + range.size()));
        } else {
            ranges.add(range);
        }
    }

    /** Inlined calls, in the order of their first instructions. */
    Map<Call, InlineTree> calls() {
        return calls;
    }

    /** All of the code, that of inlined calls included. */
    List<CodeRange> ranges() {
        return ranges;
    }

    /** What is known of a variable, or null when its value is nowhere. */
    VariableHistory history(LocalVariable variable) {
        return variables.get(variable);
    }
}
