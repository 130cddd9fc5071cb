/** Says of methods what is left that costs time, and why. */
package org.peaberry.compiler.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.listing.SourceText;
import org.peaberry.compiler.observe.CompiledProgram;
import org.peaberry.compiler.pass.check.CheckReasons;
import org.peaberry.compiler.pass.order.WholeProgram;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.compiler.world.RuntimeMethod;

/** Checks and allocations are looked at when the passes are done, calls when inlining looks at them, and null checks again in the machine code. */
public final class Explanations {
    private final Predicate<String> wanted;
    private final CallReasons calls = new CallReasons();
    private final Map<String, List<Kept>> left = new TreeMap<>();

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
                left.put(method.symbol(), find(method.graph(), world, program));
            }
        }
    }

    private List<Kept> find(Graph graph, ClosedWorld world, WholeProgram program) {
        List<Kept> all = new ArrayList<>(CheckReasons.of(graph, world, program.nullness()));
        for (Block block : graph.reversePostorder()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction.opcode() == Opcode.NEW || instruction.opcode() == Opcode.NEW_ARRAY) {
                    all.add(AllocationReasons.of(instruction));
                } else if (instruction.opcode() == Opcode.CALL) {
                    all.add(calls.of(instruction, world));
                }
            }
        }
        all.removeIf(kept -> kept.position() == null);
        all.sort(Comparator.comparingInt(Explanations::outerLine));
        return all;
    }

    /** By the line of the method itself. */
    private static int outerLine(Kept kept) {
        SourcePosition position = kept.position();
        while (position.caller() != null) {
            position = position.caller();
        }
        return position.line();
    }

    /** Whether no method was. */
    public boolean isEmpty() {
        return left.isEmpty();
    }

    /** @param program tells which null checks have code */
    public String text(CompiledProgram program) {
        Map<String, CompiledMethod> compiled = new HashMap<>();
        program.methods().forEach(method -> compiled.put(method.method().symbol(), method));
        String failure = program.world().runtimeMethod(RuntimeMethod.NULL_POINTER).symbol();
        StringBuilder text = new StringBuilder();
        left.forEach((symbol, all) -> {
            CompiledMethod method = compiled.get(symbol);
            String heading = method == null ? "has no code, it is inlined wherever it is called; there is left" : all.isEmpty() ? "no check, allocation or call is left" : "left in its code";
            text.append(text.length() == 0 ? "" : "\n").append(symbol).append(": ").append(heading).append('\n');
            lines(all, method == null ? null : method.callsOf(failure)).forEach(text::append);
        });
        return text.toString();
    }

    /** What was copied with a loop counts once. @param compared where null checks are comparisons; null when that is not known */
    private static Set<String> lines(List<Kept> all, Set<SourcePosition> compared) {
        Set<String> lines = new LinkedHashSet<>();
        for (Kept kept : all) {
            boolean isFault = kept.operation() == Opcode.NULL_CHECK && compared != null && !compared.contains(kept.position());
            lines.add("  " + SourceText.place(kept.position()) + ": " + kept.what() + (isFault ? ", without an instruction: the access makes it" : "") + "\n      " + kept.why() + "\n");
        }
        return lines;
    }
}
