/** Says of methods what is left that costs time, and why. */
package org.peaberry.compiler.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.listing.SourceText;
import org.peaberry.compiler.pass.CheckReasons;
import org.peaberry.compiler.pass.WholeProgram;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.MethodInfo;

/** Checks and allocations are looked at when the passes are done, calls when inlining looks at them. */
public final class Explanations {
    private final Predicate<String> wanted;
    private final CallReasons calls = new CallReasons();
    private final Map<String, String> texts = new TreeMap<>();

    /** @param wanted whether a method is explained, by its symbol */
    public Explanations(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    public void callKept(Instruction call, String reason) {
        calls.kept(call, reason);
    }

    /** Looks at the finished graphs. */
    public void optimized(ClosedWorld world, WholeProgram program) {
        for (MethodInfo method : world.methods()) {
            if (method.graph() != null && wanted.test(method.symbol())) {
                texts.put(method.symbol(), explain(method.graph(), world, program));
            }
        }
    }

    private String explain(Graph graph, ClosedWorld world, WholeProgram program) {
        List<Kept> all = new ArrayList<>(CheckReasons.of(graph, world, program.nullness()));
        for (Block block : graph.reversePostorder()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction.opcode() == Opcode.NEW || instruction.opcode() == Opcode.NEW_ARRAY) {
                    all.add(AllocationReasons.of(instruction));
                } else if (instruction.opcode() == Opcode.CALL && instruction.position() != null) {
                    all.add(calls.of(instruction, world));
                }
            }
        }
        StringBuilder text = new StringBuilder(graph.method().symbol()).append(": ").append(all.isEmpty() ? "no check, allocation or call is left\n" : "left in its code\n");
        lines(all).forEach(text::append);
        return text.toString();
    }

    /** By the line of the method itself; what was copied with a loop counts once. */
    private static Set<String> lines(List<Kept> all) {
        Set<String> lines = new LinkedHashSet<>();
        all.stream().filter(kept -> kept.position() != null).sorted(Comparator.comparingInt(Explanations::outerLine))
                .forEach(kept -> lines.add("  " + SourceText.place(kept.position()) + ": " + kept.what() + "\n      " + kept.why() + "\n"));
        return lines;
    }

    private static int outerLine(Kept kept) {
        var position = kept.position();
        while (position.caller() != null) {
            position = position.caller();
        }
        return position.line();
    }

    /** Whether no method was. */
    public boolean isEmpty() {
        return texts.isEmpty();
    }

    @Override
    public String toString() {
        return String.join("\n", texts.values());
    }
}
