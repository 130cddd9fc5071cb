/** IR of methods as text, as it is after the steps that were asked for. */
package org.peaberry.compiler.listing;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;

import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.GraphPrinter;

/** Steps are "front end", the passes by their class names, and "passes": after the last one. */
public final class IrListing {
    /** After the last pass. */
    public static final String LAST = "passes";
    /** After each step that changed something. */
    public static final String ALL = "all";

    private final String step;
    private final Predicate<String> wanted;
    private final Map<String, StringBuilder> texts = new ConcurrentSkipListMap<>();
    private final Map<String, String> before = new ConcurrentSkipListMap<>();
    private final Set<String> steps = new ConcurrentSkipListSet<>();

    /** @param step in any case, or {@link #ALL}
     * @param wanted whether a method is listed, by its symbol */
    public IrListing(String step, Predicate<String> wanted) {
        this.step = step;
        this.wanted = wanted;
    }

    /** Called after each step, by several threads, those about one graph one after the other. */
    public void done(Graph graph, String finished) {
        steps.add(finished);
        boolean isAll = step.equalsIgnoreCase(ALL);
        if (!isAll && !step.equalsIgnoreCase(finished) || graph.method() == null || !wanted.test(graph.method().symbol())) {
            return;
        }
        String symbol = graph.method().symbol();
        String printed = GraphPrinter.print(graph);
        if (!isAll || !printed.equals(before.put(symbol, printed))) {
            texts.computeIfAbsent(symbol, s -> new StringBuilder()).append("; after ").append(finished).append('\n').append(printed).append('\n');
        }
    }

    /** Whether no step has that name; {@link #steps} tells those that there are. */
    public boolean isUnknown() {
        return !step.equalsIgnoreCase(ALL) && steps.stream().noneMatch(step::equalsIgnoreCase);
    }

    public String steps() {
        return String.join(", ", steps);
    }

    @Override
    public String toString() {
        return String.join("", texts.values());
    }
}
