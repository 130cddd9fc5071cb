/** Objects that nobody but their method can see vanish: their fields become values. */
package org.peaberry.compiler.pass.escape;

import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.TrivialPhis;
import org.peaberry.compiler.pass.Pass;
import org.peaberry.compiler.world.World;

/**
 * An object vanishes when all that is done with it is to read and write its fields, to compare it and to test its type, also where phis merge
 * several such objects of one class. What holds a vanished object's last reference vanishes in the next round. Variables that held such
 * an object are shown as optimized out.
 */
public final class EscapeAnalysis implements Pass {
    /** Objects in objects in objects. */
    private static final int ROUNDS = 4;

    private final World world;

    public EscapeAnalysis(World world) {
        this.world = world;
    }

    @Override
    public void run(Graph graph) {
        graph.removeUnreachableBlocks();
        for (int round = 0; round < ROUNDS; round++) {
            VirtualObjects objects = VirtualObjects.of(graph, world);
            if (objects.isEmpty()) {
                return;
            }
            new ScalarReplacement(graph, objects).run();
            graph.removeUnreachableBlocks();
            TrivialPhis.remove(graph);
        }
    }
}
