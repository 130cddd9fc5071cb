/** A transformation of one graph that keeps its meaning. */
package org.peaberry.compiler.pass;

import org.peaberry.compiler.ir.Graph;

public interface Pass {
    void run(Graph graph);

    /** For messages. */
    default String name() {
        return getClass().getSimpleName();
    }
}
