/** Numbers strings in the order in which they come. */
package org.peaberry.compiler.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class StringIndex {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /** The string's number; -1 for null. */
    int of(String string) {
        return string == null ? -1 : numbers.computeIfAbsent(string, s -> numbers.size());
    }

    List<String> strings() {
        return new ArrayList<>(numbers.keySet());
    }
}
