/** A mistake that a pass could make, and who must notice it. */
package org.peaberry.compiler.pass.mutation;

import org.peaberry.compiler.ir.Graph;

/**
 * @param name what is wrong, as a sentence
 * @param step the pass after which the graph is changed, by its class name
 * @param change makes the mistake
 * @param killer who notices first
 */
record Mutant(String name, String step, Change change, Killer killer) {
    enum Killer {
        /** The graph is no graph any more: the verifier of the IR says so after the pass. */
        VERIFIER,
        /** The graph is sound, but computes something else than HotSpot. */
        EXECUTION
    }

    /** A change of a graph. */
    interface Change {
        /** Makes it at one place; false when the graph has none. */
        boolean make(Graph graph);
    }

    @Override
    public String toString() {
        return name;
    }
}
