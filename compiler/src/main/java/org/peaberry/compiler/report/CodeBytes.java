/** Bytes of one compiled method, by the method whose source they come from. */
package org.peaberry.compiler.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.world.MethodInfo;

/** @param bySource the method itself and those inlined into it; the sum is the size of its code */
record CodeBytes(MethodInfo method, Map<MethodInfo, Integer> bySource) {
    static CodeBytes of(CompiledMethod compiled) {
        Map<MethodInfo, Integer> bySource = new LinkedHashMap<>();
        bySource.put(compiled.method(), 0);
        List<CompiledMethod.Source> sources = compiled.sources();
        int end = compiled.code().length;
        for (int i = sources.size() - 1; i >= 0; i--) {
            MethodInfo source = sources.get(i).position().method();
            bySource.merge(source == null ? compiled.method() : source, end - sources.get(i).offset(), Integer::sum);
            end = sources.get(i).offset();
        }
        bySource.merge(compiled.method(), end, Integer::sum);
        return new CodeBytes(compiled.method(), bySource);
    }

    int total() {
        return bySource.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Without what was inlined. */
    int own() {
        return bySource.get(method);
    }
}
