/** Code size as text: packages, classes and methods, the largest first. */
package org.peaberry.compiler.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.peaberry.compiler.observe.CompiledProgram;

final class CodeSizeText {
    private record Row(MethodName name, int bytes, int inlined) {
    }

    private CodeSizeText() {
    }

    /** @param pattern part of the full names of the methods that are listed; totals are of these */
    static String of(CompiledProgram program, String pattern) {
        List<Row> rows = program.methods().stream().map(CodeBytes::of)
                .map(code -> new Row(MethodName.of(code.method()), code.total(), code.total() - code.own()))
                .filter(row -> row.name().full().contains(pattern)).toList();
        TextTable table = new TextTable("bytes", "inlined", "");
        table.row(bytes(rows), inlined(rows), "compiled methods");
        for (List<Row> ofPackage : groups(rows, row -> row.name().packageName())) {
            String name = ofPackage.get(0).name().packageName();
            table.row(bytes(ofPackage), inlined(ofPackage), "  " + (name.isEmpty() ? "(unnamed package)" : name));
            for (List<Row> ofClass : groups(ofPackage, row -> row.name().className())) {
                table.row(bytes(ofClass), inlined(ofClass), "    " + ofClass.get(0).name().className());
                groups(ofClass, row -> row.name().signature()).forEach(method -> method.forEach(
                        row -> table.row(row.bytes(), row.inlined(), "      " + row.name().signature())));
            }
        }
        table.line("");
        table.line("bytes in memory, by part of the image");
        ImagePart.of(program).forEach(part -> table.row(part.bytes(), "", part.region().label() + "  " + part.name()));
        return table.toString();
    }

    private static int bytes(List<Row> rows) {
        return rows.stream().mapToInt(Row::bytes).sum();
    }

    private static int inlined(List<Row> rows) {
        return rows.stream().mapToInt(Row::inlined).sum();
    }

    /** The largest first, equal ones by name. */
    private static List<List<Row>> groups(List<Row> rows, Function<Row, String> key) {
        Map<String, List<Row>> groups = new TreeMap<>();
        rows.forEach(row -> groups.computeIfAbsent(key.apply(row), k -> new ArrayList<>()).add(row));
        return groups.values().stream().sorted(Comparator.comparingInt((List<Row> group) -> -bytes(group))).toList();
    }
}
