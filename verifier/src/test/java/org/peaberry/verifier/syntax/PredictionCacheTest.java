/** What parsers learn is kept from file to file, and does not grow without end. */
package org.peaberry.verifier.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class PredictionCacheTest {
    private static final String[] FORMS = {"f(%s, %s)", "(%s) + (%s)", "(%s < %s)", "a[%s] - %s", "(int) (%s * %s)", "(x ? %s : %s)", "new A[] {%s, %s}.length",
        "b.<A>c(%s, %s)", "((A) d).e(%s, %s)", "-(%s << %s)"};
    private static final int DEPTH = 5;
    private static final int SOURCES = 400;
    private static final int STATES_OF_A_SOURCE = 4_000;

    private final Random random = new Random(1);

    private String expression(int depth) {
        return depth == 0 ? "a" + random.nextInt(3) : String.format(FORMS[random.nextInt(FORMS.length)], expression(depth - 1), expression(depth - 1));
    }

    private String source() {
        return "package p;\nfinal class A {\n    int m() {\n        g = " + expression(DEPTH) + ";\n        return " + expression(DEPTH) + ";\n    }\n}\n";
    }

    @Test
    void oddSourcesOneAfterTheOtherDoNotFillTheHeap() throws Exception {
        int greatest = 0;
        int renewed = 0;
        for (int i = 0; i < SOURCES && renewed < 2; i++) {
            int before = PredictionCache.size();
            assertEquals(0, Parsing.parse(source()).errors().size());
            greatest = Math.max(greatest, PredictionCache.size());
            renewed += PredictionCache.size() < before ? 1 : 0;
        }
        assertTrue(greatest <= PredictionCache.MOST_STATES + STATES_OF_A_SOURCE, greatest + " states");
        assertTrue(renewed > 0, "the sources are not odd enough: " + greatest + " states");
    }

    @Test
    void whatOneFileTaughtServesTheNext() throws Exception {
        String source = source();
        Parsing.parse(source);
        int learnt = PredictionCache.size();
        Parsing.parse(source);
        assertEquals(learnt, PredictionCache.size());
    }
}
