/** Whatever is read, the verifier ends with findings or without, and never with an exception. */
package org.peaberry.verifier;

import static org.junit.jupiter.api.Assertions.assertNotNull;

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
import org.peaberry.verifier.rule.Finding;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rules.Rules;

class FuzzTest {
    private static final Verifier ALL = new Verifier(Rules.all());
    private static final List<String> TEXTS = new ArrayList<>();

    static {
        for (Path file : Sources.files(Sources.source("hv-kernel"))) {
            try {
                TEXTS.add(Files.readString(file));
            } catch (IOException problem) {
                throw new IllegalStateException(problem);
            }
        }
        for (Rule rule : Rules.all()) {
            TEXTS.add(rule.passing());
            TEXTS.add(rule.failing());
        }
    }

    @Property(tries = 1_000, seed = "1")
    void changedSourceNeverCrashesTheVerifier(@ForAll long seed) {
        Random random = new Random(seed);
        String text = Mutation.of(TEXTS.get(random.nextInt(TEXTS.size())), random);
        for (Finding finding : ALL.verifyText("Example.java", text)) {
            assertNotNull(finding.text());
        }
    }

    @Property(tries = 200, seed = "1")
    void generatedSourceNeverCrashesTheVerifier(@ForAll long seed) {
        ALL.verifyText("Example.java", new RandomSource(new Random(seed)).file());
    }

    @Property(tries = 100_000)
    @Tag("fuzz")
    void aHundredThousandChangedSourcesNeverCrashTheVerifier(@ForAll long seed) {
        changedSourceNeverCrashesTheVerifier(seed);
    }
}
