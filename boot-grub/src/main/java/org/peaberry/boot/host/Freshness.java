/** Whether a product is newer than all it was made from. */
package org.peaberry.boot.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.stream.Stream;

public final class Freshness {
    private Freshness() {
    }

    /** False when the product or an ingredient is missing; an ingredient may be a folder, and then counts with all in it. */
    public static boolean isFresh(Path product, Collection<Path> ingredients) {
        try {
            if (!Files.exists(product)) {
                return false;
            }
            FileTime made = Files.getLastModifiedTime(product);
            for (Path ingredient : ingredients) {
                if (!Files.exists(ingredient) || newest(ingredient).compareTo(made) > 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new BuildException("cannot read the time of " + product + " or of what it is made from", e);
        }
    }

    private static FileTime newest(Path root) throws IOException {
        FileTime newest = FileTime.fromMillis(0);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                FileTime time = Files.getLastModifiedTime(file);
                newest = time.compareTo(newest) > 0 ? time : newest;
            }
        }
        return newest;
    }
}
