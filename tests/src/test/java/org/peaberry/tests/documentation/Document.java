/** A page of the documentation: its fenced blocks, and where they are. */
package org.peaberry.tests.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.peaberry.boot.host.Project;

/** @param prose the lines outside of blocks, at their places; those of blocks are empty */
record Document(Path file, List<Block> blocks, List<String> prose) {
    private static final String FENCE = "```";

    /**
     * @param language the word behind the fence, or nothing
     * @param source the file that the block quotes, or nothing
     * @param line number of the block's first line
     */
    record Block(String language, String source, int line, List<String> lines) {
        /** For people. */
        String title() {
            return "line " + line + ": " + lines.get(0);
        }

        String text() {
            return String.join("\n", lines) + "\n";
        }
    }

    /** @param name relative to the project's root */
    static Document read(String name) throws IOException {
        Path file = Project.current().root().resolve(name);
        List<Block> blocks = new ArrayList<>();
        List<String> prose = new ArrayList<>();
        Block open = null;
        for (String line : Files.readAllLines(file)) {
            boolean isFence = line.strip().startsWith(FENCE);
            prose.add(isFence || open != null ? "" : line);
            if (isFence && open == null) {
                String[] words = (line.strip().substring(FENCE.length()) + "  ").split(" ", -1);
                open = new Block(words[0], words[1], prose.size() + 1, new ArrayList<>());
            } else if (isFence) {
                blocks.add(open);
                open = null;
            } else if (open != null) {
                open.lines().add(line);
            }
        }
        return new Document(file, blocks, prose);
    }
}
