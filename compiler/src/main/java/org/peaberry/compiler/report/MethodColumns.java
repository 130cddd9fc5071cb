/** The methods of the page: code, inlining, and how they were reached. */
package org.peaberry.compiler.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.observe.CompiledProgram;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.compiler.world.Reachability;

/** All that are reachable; those that have no code of their own were inlined wherever they are called. */
final class MethodColumns {
    private static final int NONE = -1;

    private final CompiledProgram program;
    private final StringIndex strings;
    private final List<MethodInfo> methods;
    private final Map<MethodInfo, Integer> numbers = new HashMap<>();

    MethodColumns(CompiledProgram program, StringIndex strings) {
        this.program = program;
        this.strings = strings;
        methods = program.world().methods();
        methods.forEach(method -> numbers.put(method, numbers.size()));
    }

    Map<String, Object> columns() {
        List<MethodName> names = methods.stream().map(MethodName::of).toList();
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("package", names.stream().mapToInt(name -> strings.of(name.packageName())).toArray());
        columns.put("class", names.stream().mapToInt(name -> strings.of(name.className())).toArray());
        columns.put("name", names.stream().mapToInt(name -> strings.of(name.signature())).toArray());
        columns.put("file", methods.stream().mapToInt(method -> strings.of(method.owner().node().sourceFile)).toArray());
        columns.put("line", methods.stream().mapToInt(MethodInfo::firstLine).toArray());
        addCode(columns);
        addReachability(columns);
        return columns;
    }

    /** "bytes": of the code; "frame": of it on the stack, -1 without code; "inlined": [method, bytes, …] for each with code inlined into it. */
    private void addCode(Map<String, Object> columns) {
        int[] bytes = new int[methods.size()];
        int[] frames = new int[methods.size()];
        java.util.Arrays.fill(frames, NONE);
        List<Object> inlined = new ArrayList<>();
        for (CompiledMethod compiled : program.methods()) {
            int number = numbers.get(compiled.method());
            bytes[number] = compiled.code().length;
            frames[number] = compiled.frameSize() + Long.BYTES;
            List<Object> parts = new ArrayList<>(List.of(number));
            CodeBytes.of(compiled).bySource().forEach((source, size) -> {
                if (source != compiled.method()) {
                    parts.add(numbers.getOrDefault(source, NONE));
                    parts.add(size);
                }
            });
            if (parts.size() > 1) {
                inlined.add(parts);
            }
        }
        columns.put("bytes", bytes);
        columns.put("frame", frames);
        columns.put("inlined", inlined);
    }

    /** "caller" and its "callLine"; of dispatched calls what they name ("called") and the class ("type") with who made an instance first. */
    private void addReachability(Map<String, Object> columns) {
        Reachability reachability = program.world().reachability();
        List<Reachability.Reached> reached = methods.stream().map(reachability::reached).toList();
        columns.put("caller", reached.stream().mapToInt(how -> number(how.caller())).toArray());
        columns.put("callLine", reached.stream().mapToInt(Reachability.Reached::line).toArray());
        columns.put("called", reached.stream().mapToInt(how -> how.called() == null ? NONE : strings.of(MethodName.of(how.called()).brief())).toArray());
        columns.put("type", reached.stream().mapToInt(how -> how.type() == null ? NONE : strings.of(HeapObject.typeName(how.type()))).toArray());
        List<Reachability.Reached> makers = reached.stream().map(how -> how.type() == null ? null : reachability.maker(how.type())).toList();
        columns.put("maker", makers.stream().mapToInt(maker -> maker == null ? NONE : number(maker.caller())).toArray());
        columns.put("makerLine", makers.stream().mapToInt(maker -> maker == null ? 0 : maker.line()).toArray());
        columns.put("root", methods.stream().mapToInt(method -> reachability.reached(method).caller() == null ? strings.of(ReachabilityText.root(method)) : NONE).toArray());
    }

    private int number(MethodInfo method) {
        return method == null ? NONE : numbers.getOrDefault(method, NONE);
    }
}
