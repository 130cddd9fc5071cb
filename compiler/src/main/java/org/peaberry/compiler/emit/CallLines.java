/** Gives lines that consist of nothing but an inlined call an instruction of their own, for breakpoints to stop at. */
package org.peaberry.compiler.emit;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.ir.SourcePosition;

/** It is the first of the callee's, where the callee's line has more than that one. */
final class CallLines {
    private CallLines() {
    }

    /** @param sources one for each instruction at least */
    static List<CompiledMethod.Source> giveCode(List<CompiledMethod.Source> sources) {
        List<CompiledMethod.Source> result = new ArrayList<>();
        SourcePosition previous = null;
        for (int i = 0; i < sources.size(); i++) {
            CompiledMethod.Source source = sources.get(i);
            boolean isContinued = i + 1 < sources.size() && sources.get(i + 1).position().equals(source.position());
            SourcePosition entered = isContinued && i > 0 ? enteredFrom(previous, source.position()) : null;
            CompiledMethod.Source given = entered == null ? source : at(entered, source);
            result.add(given);
            previous = given.position();
        }
        return result;
    }

    /** The outermost call position of a chain that does not lead to the position before, nor is it; null when there is none. */
    private static SourcePosition enteredFrom(SourcePosition previous, SourcePosition position) {
        SourcePosition entered = null;
        for (SourcePosition site = position.caller(); site != null; site = site.caller()) {
            if (isInChain(site, previous)) {
                return entered;
            }
            entered = site;
        }
        return entered;
    }

    private static boolean isInChain(SourcePosition site, SourcePosition chain) {
        for (SourcePosition each = chain; each != null; each = each.caller()) {
            if (each.equals(site)) {
                return true;
            }
        }
        return false;
    }

    private static CompiledMethod.Source at(SourcePosition site, CompiledMethod.Source source) {
        int skipped = 0;
        for (SourcePosition each = source.position(); each != site; each = each.caller()) {
            skipped += each.locals().size();
        }
        return new CompiledMethod.Source(source.offset(), site, source.places().subList(skipped, source.places().size()));
    }
}
