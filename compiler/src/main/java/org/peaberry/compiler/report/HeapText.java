/** The image heap as text: types, the largest first, and why their objects are there. */
package org.peaberry.compiler.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.peaberry.compiler.observe.CompiledProgram;

final class HeapText {
    private static final int PATHS_OF_ALL_TYPES = 3;
    private static final int TEXT_LENGTH = 40;

    private HeapText() {
    }

    /** @param pattern part of the names of the types that are listed; with one, every object of theirs is */
    static String of(CompiledProgram program, String pattern) {
        List<HeapObject> objects = HeapObject.of(program);
        Map<String, List<Integer>> byType = new TreeMap<>();
        for (int i = 0; i < objects.size(); i++) {
            if (objects.get(i).type().contains(pattern)) {
                byType.computeIfAbsent(objects.get(i).type(), type -> new ArrayList<>()).add(i);
            }
        }
        List<List<Integer>> types = byType.values().stream().sorted(Comparator.comparingInt((List<Integer> all) -> -bytes(objects, all))).toList();
        TextTable table = new TextTable("bytes", "objects", "");
        table.row(types.stream().mapToInt(all -> bytes(objects, all)).sum(), types.stream().mapToInt(List::size).sum(), "image heap");
        for (List<Integer> all : types) {
            table.row(bytes(objects, all), all.size(), "  " + objects.get(all.get(0)).type());
            List<Integer> largest = all.stream().sorted(Comparator.comparingInt((Integer i) -> -objects.get(i).bytes())).toList();
            int shown = pattern.isEmpty() ? Math.min(PATHS_OF_ALL_TYPES, largest.size()) : largest.size();
            largest.subList(0, shown).forEach(i -> table.row(objects.get(i).bytes(), "", "    " + describe(objects, i)));
            if (shown < largest.size()) {
                table.row("", "", "    … " + (largest.size() - shown) + " more");
            }
        }
        return table.toString();
    }

    private static int bytes(List<HeapObject> objects, List<Integer> numbers) {
        return numbers.stream().mapToInt(i -> objects.get(i).bytes()).sum();
    }

    private static String describe(List<HeapObject> objects, int number) {
        String text = objects.get(number).text();
        String shown = text == null ? "" : "\"" + shortened(text).replace("\n", "\\n") + "\" ";
        return shown + "by " + HeapObject.path(objects, number);
    }

    private static String shortened(String text) {
        return text.length() <= TEXT_LENGTH ? text : text.substring(0, TEXT_LENGTH) + "…";
    }
}
