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
import org.peaberry.verifier.rules.Rules;

class JavacAgreementTest {
    private static final Verifier SYNTAX = new Verifier(List.of());
    private static final List<Path> FILES = new ArrayList<>();

    static {
        Sources.KERNEL.forEach(folder -> FILES.addAll(Sources.files(folder)));
    }

    @Property(tries = 1_000)
    void changedSourceThatTheGrammarTakesIsJava(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        check(Mutation.of(Files.readString(FILES.get(random.nextInt(FILES.size()))), random));
    }

    @Property(tries = 500)
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
                .noneMatch(finding -> finding.rule() == Rules.SYNTAX || finding.rule() == Rules.SOURCE_TEXT);
        if (isAccepted) {
            assertEquals(List.of(), Javac.syntaxErrors(text), () -> text);
        }
    }
}
