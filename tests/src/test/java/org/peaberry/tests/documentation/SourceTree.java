/** The files of the project that somebody wrote, and what their names and texts answer to. */
package org.peaberry.tests.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.peaberry.boot.host.Project;

final class SourceTree {
    private static final Set<String> NOT_WRITTEN = Set.of("target", ".git", ".cache");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z0-9-]+");
    private static final String ANYTHING = "…";

    private final Path root = Project.current().root();
    /** Of files and folders, from the root, folders with a slash at their end. */
    private final List<String> paths = new ArrayList<>();
    private final Map<String, Path> classes = new HashMap<>();

    SourceTree() throws IOException {
        collect(root);
    }

    private void collect(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                String name = entry.getFileName().toString();
                boolean isFolder = Files.isDirectory(entry);
                if (!NOT_WRITTEN.contains(name)) {
                    paths.add(root.relativize(entry) + (isFolder ? "/" : ""));
                }
                if (isFolder && !NOT_WRITTEN.contains(name)) {
                    collect(entry);
                } else if (name.endsWith(".java")) {
                    classes.putIfAbsent(name.substring(0, name.length() - ".java".length()), entry);
                }
            }
        }
    }

    /** Whether a file (of Java, without its ending) or folder has that path, or one that ends so; '…' is any folders, '*' or a word in capitals any letters. */
    boolean hasPath(String path) {
        String wanted = Stream.of(path.replaceAll("/$|^\\./", "").replaceAll("\\b[A-Z]{3,}\\b", "*").split(ANYTHING, -1)).map(part -> Stream.of(part.split("\\*", -1)).map(Pattern::quote)
                .collect(Collectors.joining("[^/]*"))).collect(Collectors.joining(".*"));
        Pattern pattern = Pattern.compile("(.*/)?" + wanted + "(/|\\.java)?");
        return paths.stream().anyMatch(each -> pattern.matcher(each).matches());
    }

    /** Null when there is no source of that name. */
    Path source(String className) {
        return classes.get(className);
    }

    /** Every option that a program of the project speaks of in its sources. */
    Set<String> options() throws IOException {
        Set<String> options = new TreeSet<>();
        for (String path : paths) {
            if (path.contains("src/main/java") && path.endsWith(".java") || path.equals("peaberry")) {
                OPTION.matcher(Files.readString(root.resolve(path))).results().map(MatchResult::group).forEach(options::add);
            }
        }
        return options;
    }
}
