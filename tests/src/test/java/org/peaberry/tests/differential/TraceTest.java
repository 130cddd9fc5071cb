/** Stack traces name the same methods and lines as HotSpot's, inlined methods included. */
package org.peaberry.tests.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class TraceTest {
    private static final String FRAME_OF_RUNTIME = "\tat org.peaberry.runtime.";
    private static final String MODULE_OF_JDK = "\tat java.base/";
    private static final String NULL_POINTER = "java.lang.NullPointerException";
    /** Behind it, HotSpot names the modules of the classes in a failed cast. */
    private static final String CAST_DETAILS = " (java.lang.";

    @TestFactory
    Stream<DynamicTest> tracesAgreeWithHotSpot() {
        Programs programs = Programs.compile("traces");
        HotSpot hotSpot = new HotSpot(programs.classes());
        return programs.all().stream().map(program -> dynamicTest(program.name(), program.source().toUri(), () -> {
            Execution expected = hotSpot.runInOwnJvm(program);
            Execution compiled = Peaberryc.compile(programs.classes(), program.name()).run(program.arguments());
            assertEquals(program.expected(), expected.outcome(), program + " on HotSpot");
            assertEquals(program.expected(), compiled.outcome(), program + " compiled");
            assertEquals(comparable(expected.errors()), comparable(compiled.errors()), program + " compiled");
        }));
    }

    /** Without what may differ: the runtime's own frames, HotSpot's longer explanations and its names of modules. */
    private static String comparable(String trace) {
        StringBuilder text = new StringBuilder();
        trace.lines().filter(line -> !line.startsWith(FRAME_OF_RUNTIME)).forEach(line -> {
            int details = line.indexOf(CAST_DETAILS);
            String shown = line.startsWith(NULL_POINTER) ? NULL_POINTER : details < 0 ? line : line.substring(0, details);
            text.append(shown.replace(MODULE_OF_JDK, "\tat ")).append('\n');
        });
        return text.toString();
    }
}
