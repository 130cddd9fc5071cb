/** Machine code of random graphs, before its registers are allocated. */
package org.peaberry.compiler.emit;

import java.nio.file.Path;

import org.peaberry.compiler.lower.ConstantDivision;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.select.MachineCode;
import org.peaberry.compiler.select.Selector;
import org.peaberry.compiler.world.HostWorld;

/** With loops, branches, calls and handlers. */
public final class GeneratedMachineCode {
    private static final String CALLEE = "org/peaberry/compiler/emit/Callee";

    private final Path classes = Path.of(Callee.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    private final HostWorld world = new HostWorld(classes, Callee.class.getClassLoader());

    /** Equal seeds give equal code. */
    public MachineCode of(int seed) {
        Graph graph = new GraphGenerator(seed, world.resolveMethod(CALLEE, "mix", "(JJJJJJJJ)J"), world.resolveMethod(CALLEE, "onlyEven", "(J)J")).generate();
        ConstantDivision.lower(graph);
        return Selector.select(graph, world, null, false);
    }
}
