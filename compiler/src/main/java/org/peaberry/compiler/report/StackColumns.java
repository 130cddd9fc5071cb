/** Stack depths of the page: entry points with their paths, and every method as long as nothing throws. */
package org.peaberry.compiler.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.observe.CompiledProgram;
import org.peaberry.compiler.stack.DeepestPath;
import org.peaberry.compiler.stack.PathFrame;
import org.peaberry.compiler.stack.StackUse;
import org.peaberry.compiler.world.MethodInfo;

final class StackColumns {
    private final CompiledProgram program;
    private final StringIndex strings;
    private final StackUse use;
    private final Map<MethodInfo, Integer> numbers = new HashMap<>();

    StackColumns(CompiledProgram program, StringIndex strings) {
        this.program = program;
        this.strings = strings;
        use = StackUse.of(program.world(), program.methods());
        program.world().methods().forEach(method -> numbers.put(method, numbers.size()));
    }

    /** "entries": {name, deepest, calm}; of each compiled method its number, depth, the next on its deepest path with the call's place, and whether that is a bound. */
    Map<String, Object> columns() {
        List<Object> entries = new ArrayList<>();
        StackText.roots(program, "").forEach((name, method) -> entries.add(entry(name, method)));
        List<int[]> rows = new ArrayList<>();
        for (CompiledMethod compiled : program.methods()) {
            DeepestPath depth = use.depthWithoutExceptions(compiled.method());
            PathFrame next = depth.path().size() > 1 ? depth.path().get(1) : null;
            rows.add(new int[] {numbers.get(compiled.method()), (int) depth.bytes(), next == null || next.isAssembly() ? -1 : numbers.get(next.method()),
                next == null ? -1 : strings.of(StackText.at(depth.path().get(0).call())), depth.isBounded() ? 1 : 0,
                next != null && next.isAssembly() ? strings.of(next.symbol()) : -1});
        }
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("entries", entries);
        columns.put("methods", rows);
        return columns;
    }

    private Map<String, Object> entry(String name, MethodInfo method) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", name);
        entry.put("deepest", depth(use.depth(method)));
        entry.put("calm", depth(use.depthWithoutExceptions(method)));
        return entry;
    }

    private Map<String, Object> depth(DeepestPath depth) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("bytes", depth.bytes());
        result.put("path", frames(depth.path()));
        result.put("recursion", frames(depth.recursion()));
        return result;
    }

    /** [name, bytes, place of the call, method or -1] each. */
    private List<Object> frames(List<PathFrame> frames) {
        List<Object> rows = new ArrayList<>();
        for (PathFrame frame : frames) {
            String call = frame.call() == null ? "" : StackText.at(frame.call());
            rows.add(List.of(StackText.name(frame), frame.bytes(), call, frame.isAssembly() ? -1 : numbers.get(frame.method())));
        }
        return rows;
    }
}
