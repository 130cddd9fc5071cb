/** Generated programs that are compiled into one image, for speed. */
package org.peaberry.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class ProgramBatch {
    private static final String MAIN = "Batch";

    private final long first;
    private final int count;

    /** @param first seed of the first program; the others have the seeds behind it */
    ProgramBatch(long first, int count) {
        this.first = first;
        this.count = count;
    }

    /** The class of the program with that seed. */
    static String className(long seed) {
        return "Program" + seed;
    }

    /** The seeds whose programs differ when they are run all together; those of all programs when there is no image. */
    List<Long> suspects(Path folder) throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        StringBuilder main = new StringBuilder("public final class " + MAIN + " {\n    public static void main(String[] arguments) {\n");
        for (long seed = first; seed < first + count; seed++) {
            sources.put(className(seed), ProgramGenerator.source(className(seed), seed));
            main.append("        System.out.println(\"").append(mark(seed)).append("\");\n        ").append(className(seed)).append(".main(arguments);\n");
        }
        sources.put(MAIN, main.append("    }\n}\n").toString());
        String messages = JavaSources.compile(sources, folder);
        if (!messages.isEmpty()) {
            throw new IllegalStateException("the generator made a program that javac refuses: " + messages);
        }
        Comparison comparison = Comparison.of(folder, MAIN);
        List<Long> suspects = new ArrayList<>();
        for (long seed = first; seed < first + count && !comparison.agrees() && !comparison.isInconclusive(); seed++) {
            if (comparison.actual() == null || !part(comparison.expected().output(), seed).equals(part(comparison.actual().output(), seed))) {
                suspects.add(seed);
            }
        }
        return suspects;
    }

    private static String mark(long seed) {
        return "== " + seed + " ==";
    }

    private static String part(String output, long seed) {
        int start = output.indexOf(mark(seed));
        int end = output.indexOf("== ", start + mark(seed).length());
        return start < 0 ? "" : end < 0 ? output.substring(start) : output.substring(start, end);
    }
}
