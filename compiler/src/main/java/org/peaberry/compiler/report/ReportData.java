/** All that the page shows, as JSON in columns. */
package org.peaberry.compiler.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.image.PlacedSymbol;
import org.peaberry.compiler.image.Region;
import org.peaberry.compiler.image.Symbol;
import org.peaberry.compiler.observe.CompiledProgram;

/** Strings that come often are numbers in the list "strings". */
final class ReportData {
    private static final int TEXT_LENGTH = 80;

    private final CompiledProgram program;
    private final StringIndex strings = new StringIndex();

    private ReportData(CompiledProgram program) {
        this.program = program;
    }

    static String of(CompiledProgram program, String title) {
        ReportData data = new ReportData(program);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("title", title);
        all.put("target", program.image().target().name().toLowerCase(java.util.Locale.ROOT));
        all.put("parts", data.parts());
        all.put("methods", new MethodColumns(program, data.strings).columns());
        all.put("assembly", data.assembly());
        all.put("heap", data.heap());
        all.put("stack", new StackColumns(program, data.strings).columns());
        all.put("strings", data.strings.strings());
        return JsonWriter.write(all);
    }

    /** [region, name, bytes] each. */
    private List<Object> parts() {
        List<Object> parts = new ArrayList<>();
        ImagePart.of(program).forEach(part -> parts.add(List.of(part.region().label(), part.name(), part.bytes())));
        return parts;
    }

    /** [name, bytes] of each function that the compiler did not make. */
    private List<Object> assembly() {
        List<Object> functions = new ArrayList<>();
        List<PlacedSymbol> symbols = program.image().symbols();
        long compiledEnd = program.image().segments().stream().filter(segment -> segment.region() == Region.TEXT).findFirst().orElseThrow().address()
                + program.code().get(0).size();
        for (PlacedSymbol symbol : symbols) {
            boolean isAssembly = symbol.kind() == Symbol.Kind.FUNCTION && symbol.size() > 0
                    && (symbol.region() == Region.BOOT || symbol.address() >= compiledEnd);
            if (isAssembly) {
                functions.add(List.of(symbol.name(), symbol.size()));
            }
        }
        return functions;
    }

    private Map<String, Object> heap() {
        List<HeapObject> objects = HeapObject.of(program);
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("type", objects.stream().mapToInt(object -> strings.of(object.type())).toArray());
        columns.put("bytes", objects.stream().mapToInt(HeapObject::bytes).toArray());
        columns.put("holder", objects.stream().mapToInt(HeapObject::holder).toArray());
        columns.put("place", objects.stream().mapToInt(object -> strings.of(object.place())).toArray());
        columns.put("text", objects.stream().mapToInt(object -> strings.of(shortened(object.text()))).toArray());
        return columns;
    }

    private static String shortened(String text) {
        return text == null || text.length() <= TEXT_LENGTH ? text : text.substring(0, TEXT_LENGTH) + "…";
    }
}
