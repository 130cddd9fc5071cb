/** Whatever the verifier takes for the dialect's syntax, javac takes for Java's. */
package org.peaberry.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.peaberry.verifier.engine.Verifier;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rules.Rules;
import org.peaberry.verifier.rules.language.CasePattern;

class JavacAgreementTest {
    /** Case patterns are parsed to be named; javac takes them with a flag only. */
    private static final Rule CASE_PATTERN = new CasePattern();
    private static final Verifier SYNTAX = new Verifier(List.of(CASE_PATTERN));
    private static final List<Path> FILES = new ArrayList<>();

    static {
        Sources.KERNEL.forEach(folder -> FILES.addAll(Sources.files(folder)));
    }

    @Property(tries = 1_000, seed = "1")
    void changedSourceThatTheGrammarTakesIsJava(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        check(Mutation.of(Files.readString(FILES.get(random.nextInt(FILES.size()))), random));
    }

    @Property(tries = 500, seed = "1")
    void generatedSourceThatTheGrammarTakesIsJava(@ForAll long seed) throws IOException {
        check(new RandomSource(new Random(seed)).file());
    }

    @Property(tries = 30_000)
    @Tag("fuzz")
    void manyChangedSourcesThatTheGrammarTakesAreJava(@ForAll long seed) throws IOException {
        changedSourceThatTheGrammarTakesIsJava(seed);
    }

    @Property(tries = 20_000)
    @Tag("fuzz")
    void manyGeneratedSourcesThatTheGrammarTakesAreJava(@ForAll long seed) throws IOException {
        generatedSourceThatTheGrammarTakesIsJava(seed);
    }

    private static void check(String text) throws IOException {
        boolean isAccepted = SYNTAX.verifyText("Example.java", text).stream()
                .noneMatch(finding -> finding.rule() == Rules.SYNTAX || finding.rule() == Rules.SOURCE_TEXT || finding.rule() == CASE_PATTERN);
        if (isAccepted) {
            assertEquals(List.of(), Javac.syntaxErrors(text), () -> text);
        }
    }
}
