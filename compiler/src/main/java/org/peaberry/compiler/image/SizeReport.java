/** What an image consists of: bytes per region, bytes of code per package. */
package org.peaberry.compiler.image;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

public final class SizeReport {
    private static final String NO_PACKAGE = "(assembly and tables)";
    private static final int NUMBER_WIDTH = 10;

    private SizeReport() {
    }

    public static String of(LinkedImage image) {
        StringBuilder text = new StringBuilder("bytes in memory, by region\n");
        int total = 0;
        for (Segment segment : image.segments()) {
            line(text, segment.memorySize(), segment.region().label());
            total += segment.memorySize();
        }
        line(text, total, "all");
        text.append("bytes of code, by package\n");
        codeByPackage(image).entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey())).forEach(entry -> line(text, entry.getValue(), entry.getKey()));
        return text.toString();
    }

    /** A method that is also an entry point has two symbols at one address: it counts once, under the one that names a package. */
    private static Map<String, Integer> codeByPackage(LinkedImage image) {
        Map<Long, PlacedSymbol> functions = new TreeMap<>();
        for (PlacedSymbol symbol : image.symbols()) {
            if (symbol.kind() == Symbol.Kind.FUNCTION) {
                functions.merge(symbol.address(), symbol, (one, other) -> packageOf(one.name()).equals(NO_PACKAGE) ? other : one);
            }
        }
        Map<String, Integer> sizes = new TreeMap<>();
        functions.values().forEach(symbol -> sizes.merge(packageOf(symbol.name()), symbol.size(), Integer::sum));
        return sizes;
    }

    /** Of a method's symbol, {@code package.Class.name(descriptor)}. */
    static String packageOf(String symbol) {
        int descriptor = symbol.indexOf('(');
        int name = descriptor < 0 ? -1 : symbol.lastIndexOf('.', descriptor);
        int type = name < 0 ? -1 : symbol.lastIndexOf('.', name - 1);
        return type < 0 ? NO_PACKAGE : symbol.substring(0, type);
    }

    private static void line(StringBuilder text, int size, String what) {
        String digits = Integer.toString(size);
        text.append(" ".repeat(Math.max(1, NUMBER_WIDTH - digits.length()))).append(digits).append("  ").append(what).append('\n');
    }
}
