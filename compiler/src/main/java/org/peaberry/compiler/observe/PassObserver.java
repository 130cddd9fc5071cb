/** Looks at graphs while passes change them. */
package org.peaberry.compiler.observe;

import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.pass.order.WholeProgram;
import org.peaberry.compiler.world.ClosedWorld;

public interface PassObserver {
    PassObserver NONE = new PassObserver() {
    };

    /** Whether {@link #callKept} is wanted: passes work out reasons for such graphs only. */
    default boolean wantsReasons(Graph graph) {
        return false;
    }

    /** A step is done with a graph. */
    default void done(Graph graph, String step) {
    }

    /** A direct call was not replaced by the callee's body. */
    default void callKept(Graph graph, Instruction call, String reason) {
    }

    /** All passes are done with all graphs. */
    default void optimized(ClosedWorld world, WholeProgram program) {
    }
}
