/** Stack depth of entry points as text, with their deepest paths. */
package org.peaberry.compiler.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.observe.CompiledProgram;
import org.peaberry.compiler.stack.DeepestPath;
import org.peaberry.compiler.stack.PathFrame;
import org.peaberry.compiler.stack.StackUse;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.runtime.annotation.BoundedStack;

final class StackText {
    private StackText() {
    }

    /** @param pattern empty for the entry points, otherwise part of the full names of the methods */
    static String of(CompiledProgram program, String pattern) {
        StackUse use = StackUse.of(program.world(), program.methods());
        TextTable table = new TextTable("bytes", "frame", "");
        roots(program, pattern).forEach((name, method) -> {
            add(table, name, use.depth(method));
            add(table, name + " as long as nothing throws", use.depthWithoutExceptions(method));
        });
        return table.toString();
    }

    /** Without a pattern the entry points, by their symbols, and what has the bounded-stack contract. */
    static Map<String, MethodInfo> roots(CompiledProgram program, String pattern) {
        Map<String, MethodInfo> roots = new TreeMap<>();
        if (pattern.isEmpty()) {
            roots.putAll(program.world().entrypoints());
            program.methods().stream().map(CompiledMethod::method).filter(method -> method.hasAnnotation(BoundedStack.class))
                    .forEach(method -> roots.put(MethodName.of(method).full(), method));
            return roots;
        }
        program.methods().forEach(compiled -> roots.put(MethodName.of(compiled.method()).full(), compiled.method()));
        roots.keySet().removeIf(name -> !name.contains(pattern));
        return roots;
    }

    private static void add(TextTable table, String name, DeepestPath depth) {
        table.row((depth.isBounded() ? "" : "≥") + depth.bytes(), "", name);
        addFrames(table, depth.path());
        if (!depth.isBounded()) {
            table.row("", "", "  no bound: recursion");
            addFrames(table, depth.recursion());
        }
    }

    private static void addFrames(TextTable table, List<PathFrame> frames) {
        for (PathFrame frame : frames) {
            table.row("", frame.bytes(), "  " + name(frame) + (frame.call() == null ? "" : " calls at " + at(frame.call())));
        }
    }

    static String name(PathFrame frame) {
        return frame.isAssembly() ? frame.symbol() + " (assembly)" : MethodName.of(frame.method()).full();
    }

    /** File and line, of inlined code also those of the calls it came in by. */
    static String at(SourcePosition position) {
        String file = position.method().owner().node().sourceFile;
        String own = (file == null ? position.method().owner().binaryName() : file) + ":" + position.line();
        return position.caller() == null ? own : own + " in " + at(position.caller());
    }
}
