/** The command peaberry-verify. */
package org.peaberry.verifier.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.peaberry.verifier.engine.Verifier;
import org.peaberry.verifier.report.Format;
import org.peaberry.verifier.rule.Finding;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rules.Rules;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "peaberry-verify", mixinStandardHelpOptions = true, version = "peaberry-verify 0.1.0",
        description = "Checks Java sources against the rules of the dialect (docs/dialect.md).",
        footer = "Exit status: 0 nothing found, 1 findings, 2 wrong use.")
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(names = "--format", paramLabel = "text|sarif|json", description = "Form of the output.")
    private String format = "text";

    @Option(names = "--rules", split = ",", paramLabel = "RULE", description = "Check only these.")
    private List<String> ruleNames = List.of();

    @Option(names = "--explain", paramLabel = "RULE", description = "Print what a rule asks, why, and an example; 'all' lists them.")
    private String explained;

    @Option(names = "--print-dialect", description = "Print docs/dialect.md, which is made from the rules.")
    private boolean printsDialect;

    @Option(names = "--context", paramLabel = "PATH", description = "Sources that tell what names mean, unchecked.")
    private List<Path> context = List.of();

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "Source files, or folders that hold some.")
    private List<Path> paths = List.of();

    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** The exit status of a command line. */
    public static int run(String... arguments) {
        return new CommandLine(new Main()).execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        if (explained != null || printsDialect) {
            return print(printsDialect ? DialectPage.text() : explained.equals("all") ? Explanation.list() : Explanation.of(rule(explained)));
        }
        check(paths);
        Format form = format();
        List<Finding> findings = new Verifier(rules()).verify(paths, context);
        print(form.print(findings));
        return findings.isEmpty() ? 0 : 1;
    }

    private int print(String text) {
        out.print(text);
        out.flush();
        return 0;
    }

    private void check(List<Path> given) {
        if (given.isEmpty()) {
            throw wrong("name at least one source file or folder");
        }
        for (Path path : given) {
            if (!Files.exists(path)) {
                throw wrong(path + ": there is no such file or folder");
            }
            if (!Files.isRegularFile(path) && !Files.isDirectory(path)) {
                throw wrong(path + ": neither a file nor a folder");
            }
        }
    }

    private Format format() {
        for (Format known : Format.values()) {
            if (known.name().equalsIgnoreCase(format)) {
                return known;
            }
        }
        throw wrong("unknown format '" + format + "': use text, sarif or json");
    }

    private List<Rule> rules() {
        List<Rule> chosen = new ArrayList<>();
        ruleNames.forEach(name -> chosen.add(rule(name)));
        return chosen.isEmpty() ? Rules.all() : chosen;
    }

    private Rule rule(String name) {
        Rule rule = Rules.find(name);
        if (rule == null) {
            throw wrong("there is no rule '" + name + "': '--explain all' lists them");
        }
        return rule;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
