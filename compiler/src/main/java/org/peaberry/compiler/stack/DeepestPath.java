/** The most stack that code takes, with the calls that lead there. */
package org.peaberry.compiler.stack;

import java.util.List;

/**
 * @param bytes     of the deepest path; where there is recursion, of the deepest one that goes round no cycle
 * @param path      the deepest path
 * @param recursion a cycle of calls without a limit, its first method again at the end; empty when there is none
 */
public record DeepestPath(long bytes, List<PathFrame> path, List<PathFrame> recursion) {
    /** Whether {@link #bytes} is proven: without recursion no path is deeper. */
    public boolean isBounded() {
        return recursion.isEmpty();
    }
}
