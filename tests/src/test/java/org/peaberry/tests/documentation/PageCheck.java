/** What a page of the documentation names and the project does not have. */
package org.peaberry.tests.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

final class PageCheck {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]*)(?:#([^)]*))?\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    /** Folders and files in a project; what starts at the root of a file system is somebody else's. */
    private static final Pattern PATH = Pattern.compile("[\\w.-]+(/[\\w.…*-]+)+/?|[\\w-]+\\.(java|asm|txt|c|md)|[\\w-]+/");
    private static final Pattern CLASS = Pattern.compile("@?([A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+)(?:\\.([a-z]\\w*))?(\\(.*\\))?");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z0-9-]+");
    private static final Pattern TEST = Pattern.compile("-Dtest='?(\\w+)");
    private static final Pattern COMMAND = Pattern.compile("\\./peaberry ([a-z]+)");
    private static final List<String> JDK = List.of("java.lang.", "java.util.", "java.util.concurrent.", "java.io.", "java.math.", "java.nio.charset.");
    /** Made by builds, or in the examples of a page itself. */
    private static final Pattern NO_SOURCE = Pattern.compile(".*\\btarget/.*|DIR/.*");

    private final SourceTree tree;
    private final Names names;
    private final Document page;
    private final List<String> problems = new ArrayList<>();

    PageCheck(SourceTree tree, Names names, Document page) {
        this.tree = tree;
        this.names = names;
        this.page = page;
    }

    /** What pages may name beside sources. */
    record Names(Set<String> options, Set<String> commands, Set<String> foreign) {
    }

    /** One line for each. */
    List<String> problems() throws IOException {
        for (int i = 0; i < page.prose().size(); i++) {
            check(page.prose().get(i), i + 1);
        }
        return problems;
    }

    private void check(String line, int number) throws IOException {
        for (MatchResult link : LINK.matcher(line).results().toList()) {
            require(number, "link", link.group(), isThere(link.group(1), link.group(2)));
        }
        every(CODE, 1, line, code -> checkCode(code, number));
        every(TEST, 1, line, test -> require(number, "test", test, tree.source(test) != null));
        every(COMMAND, 1, line, command -> require(number, "command", command, names.commands().contains(command)));
        every(OPTION, 0, line, option -> require(number, "option", option, names.options().contains(option) || names.foreign().contains(option)));
    }

    private boolean checkCode(String code, int number) {
        String shown = code.strip();
        if (PATH.matcher(shown).matches() && !NO_SOURCE.matcher(shown).matches() && !names.foreign().contains(shown)) {
            require(number, "path", shown, tree.hasPath(shown) || isWritten(shown.replaceAll("\\.java$", "")));
        }
        var matcher = CLASS.matcher(shown);
        if (matcher.matches() && !names.foreign().contains(matcher.group(1))) {
            require(number, "class", shown, hasMember(matcher.group(1), matcher.group(2)));
        }
        return true;
    }

    private boolean hasMember(String className, String member) {
        Path source = tree.source(className);
        if (source == null) {
            return JDK.stream().anyMatch(prefix -> isLoaded(prefix + className)) || isWritten(className);
        }
        try {
            return member == null || Pattern.compile("\\b" + member + "\\b").matcher(Files.readString(source)).find();
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a block of the page is that class. */
    private boolean isWritten(String className) {
        return page.blocks().stream().anyMatch(block -> block.text().contains("class " + className + " "));
    }

    private static boolean isLoaded(String name) {
        try {
            Class.forName(name, false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private boolean isThere(String file, String anchor) throws IOException {
        Path target = file.isEmpty() ? page.file() : page.file().resolveSibling(file);
        if (!Files.exists(target)) {
            return false;
        }
        return anchor == null || Files.readAllLines(target).stream().anyMatch(line -> line.startsWith("#") && anchor(line).equals(anchor));
    }

    /** As GitHub makes it. */
    private static String anchor(String heading) {
        return heading.replaceAll("^#+ ", "").toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-');
    }

    private static void every(Pattern pattern, int group, String line, Predicate<String> action) {
        pattern.matcher(line).results().forEach(match -> action.test(match.group(group)));
    }

    private boolean require(int line, String kind, String name, boolean isThere) {
        if (!isThere) {
            problems.add(page.file().getFileName() + ":" + line + ": no such " + kind + ": " + name);
        }
        return isThere;
    }
}
