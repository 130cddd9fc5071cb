/** Removes what it can from a program that behaves differently when it is compiled. */
package org.peaberry.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ranges of lines with balanced braces are left out, large ones first, as long as javac takes the rest and the difference stays. */
final class Minimizer {
    private final String className;
    private final Path folder;
    private final long deadline;

    /** @param seconds after which the smallest program so far is the result */
    Minimizer(String className, Path folder, int seconds) {
        this.className = className;
        this.folder = folder;
        deadline = System.nanoTime() + seconds * 1_000_000_000L;
    }

    String minimize(String source) throws IOException {
        List<String> lines = new ArrayList<>(source.lines().toList());
        boolean changed = true;
        while (changed && !isLate()) {
            changed = false;
            for (int size = lines.size() / 2; size > 0; size = size > 8 ? size / 2 : size - 1) {
                changed |= removeRanges(lines, size);
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private boolean isLate() {
        return System.nanoTime() - deadline > 0;
    }

    private boolean removeRanges(List<String> lines, int size) throws IOException {
        boolean changed = false;
        for (int start = lines.size() - size; start >= 0 && !isLate(); start--) {
            List<String> range = lines.subList(start, start + size);
            if (!isBalanced(range)) {
                continue;
            }
            List<String> rest = new ArrayList<>(lines.subList(0, start));
            rest.addAll(lines.subList(start + size, lines.size()));
            if (differs(String.join("\n", rest))) {
                range.clear();
                changed = true;
                start = Math.min(start, lines.size() - size + 1);
            }
        }
        return changed;
    }

    private static boolean isBalanced(List<String> lines) {
        int depth = 0;
        for (String line : lines) {
            for (int i = 0; i < line.length(); i++) {
                depth += line.charAt(i) == '{' ? 1 : line.charAt(i) == '}' ? -1 : 0;
                if (depth < 0) {
                    return false;
                }
            }
        }
        return depth == 0;
    }

    private boolean differs(String source) throws IOException {
        if (!JavaSources.compile(Map.of(className, source), folder).isEmpty()) {
            return false;
        }
        Comparison comparison = Comparison.of(folder, className);
        return !comparison.agrees() && !comparison.isInconclusive();
    }
}
