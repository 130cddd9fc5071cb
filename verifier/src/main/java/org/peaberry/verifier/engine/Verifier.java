/** Checks source files against the rules. */
package org.peaberry.verifier.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import org.peaberry.verifier.engine.SourceFiles.ParseResult;
import org.peaberry.verifier.model.FileModel;
import org.peaberry.verifier.model.World;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Finding;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rules.Rules;
import org.peaberry.verifier.source.Position;
import org.peaberry.verifier.syntax.SyntaxError;
import org.peaberry.verifier.tree.SourceFile;

public final class Verifier {
    private final List<Rule> rules;

    /** @param rules those to check; all others are as if they were kept */
    public Verifier(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * The findings in files and folders.
     *
     * @param context files and folders that tell what names mean, but are not checked themselves
     */
    public List<Finding> verify(List<Path> paths, List<Path> context) throws IOException {
        List<Path> checked = SourceFiles.find(paths);
        Set<Path> seen = new HashSet<>();
        checked.forEach(path -> seen.add(path.toAbsolutePath().normalize()));
        List<Path> others = SourceFiles.find(context);
        others.removeIf(path -> !seen.add(path.toAbsolutePath().normalize()));
        try (Workers workers = new Workers()) {
            List<ParseResult> parsed = workers.run(tasks(checked, path -> SourceFiles.parse(path)));
            List<ParseResult> around = workers.run(tasks(others, path -> SourceFiles.parse(path)));
            return verify(parsed, around, workers);
        }
    }

    /** The findings in texts by file name, among files that tell what names mean. */
    public List<Finding> verifyTexts(Map<String, String> texts, List<SourceFile> context) {
        try (Workers workers = new Workers()) {
            List<ParseResult> parsed = workers.run(tasks(List.copyOf(texts.entrySet()), text -> SourceFiles.parse(text.getKey(), text.getValue())));
            List<ParseResult> around = new ArrayList<>();
            context.forEach(file -> around.add(new ParseResult(file.name(), file, null, null)));
            return verify(parsed, around, workers);
        }
    }

    /** The findings in one text, on this thread, without anything around it. */
    public List<Finding> verifyText(String name, String text) {
        return verify(List.of(SourceFiles.parse(name, text)), List.of(), null);
    }

    private interface Step<A, B> {
        B apply(A input);
    }

    private static <A, B> List<Callable<B>> tasks(List<A> inputs, Step<A, B> step) {
        List<Callable<B>> tasks = new ArrayList<>();
        inputs.forEach(input -> tasks.add(() -> step.apply(input)));
        return tasks;
    }

    private List<Finding> verify(List<ParseResult> checked, List<ParseResult> context, Workers workers) {
        List<Finding> findings = new ArrayList<>();
        checked.forEach(result -> addErrors(result, findings));
        List<SourceFile> whole = new ArrayList<>(whole(checked));
        Set<SourceFile> isChecked = new HashSet<>(whole);
        whole.addAll(whole(context));
        List<FileModel> models = new World(whole).files().stream().filter(model -> isChecked.contains(model.file())).toList();
        if (workers == null) {
            models.forEach(model -> findings.addAll(check(model)));
        } else {
            workers.run(tasks(models, this::check)).forEach(findings::addAll);
        }
        List<Finding> remaining = new Suppressions(models, rules).apply(findings);
        remaining.sort(Finding.ORDER);
        return remaining;
    }

    /** The files that could be read and have no errors: rules look at these only. */
    private static List<SourceFile> whole(List<ParseResult> results) {
        return results.stream().map(ParseResult::file).filter(file -> file != null && file.errors().isEmpty()).toList();
    }

    private static void addErrors(ParseResult result, List<Finding> findings) {
        if (result.file() == null) {
            findings.add(new Finding(result.name(), result.place(), Rules.SOURCE_TEXT, result.reason()));
            return;
        }
        for (SyntaxError error : result.file().errors()) {
            findings.add(new Finding(result.name(), error.position(), Rules.SYNTAX, error.message()));
        }
    }

    private List<Finding> check(FileModel model) {
        List<Finding> findings = new ArrayList<>();
        try {
            for (Rule rule : rules) {
                rule.check(new Check(rule, model, findings));
            }
        } catch (StackOverflowError tooDeep) {
            findings.add(new Finding(model.file().name(), Position.START, Rules.SOURCE_TEXT, "nested too deeply to be checked: name the parts and split it"));
        }
        return findings;
    }
}
