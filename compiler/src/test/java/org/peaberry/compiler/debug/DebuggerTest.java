/** What a developer sees in gdb. */
package org.peaberry.compiler.debug;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebuggerTest {
    @TempDir
    private static Path folder;
    private static DebuggedProgram program;

    @BeforeAll
    static void compile() throws Exception {
        program = DebuggedProgram.in(folder);
    }

    @Test
    void programStopsAtALineOfJava() throws Exception {
        String output = program.gdb("break Main.java:57", "run");
        assertContains(output, "Breakpoint 1, Main.work \\(shape=0x[0-9a-f]+, rounds=3\\) at \\./Main\\.java:57\n57\t +System\\.out\\.println\\(result\\);");
    }

    @Test
    void programStopsAtAMethod() throws Exception {
        assertContains(program.gdb("break Main.factorial", "run"), "Breakpoint 1, Main.factorial \\(n=3\\) at \\./Main\\.java:45\n");
    }

    @Test
    void callersAreListedThroughInlinedFramesToTheProgramsEntry() throws Exception {
        String output = program.gdb("break Main.java:15", "run", "backtrace");
        assertContains(output, "#0 +Main\\$Shape.scaled \\(this=0x[0-9a-f]+, factor=0\\) at \\./Main\\.java:15\n"
                + "#1 +Main.work \\(shape=0x[0-9a-f]+, rounds=3\\) at \\./Main\\.java:56\n"
                + "#2 +Main.main \\(arguments=.*\\) at \\./Main\\.java:65\n"
                + "#3 .* in org.peaberry.runtime.linux.LinuxStart.start .*LinuxStart.java:\\d+\n"
                + "#4 .* in _start \\(\\)\n");
    }

    @Test
    void recursionHasAFrameForEachCall() throws Exception {
        String output = program.gdb("break Main.factorial if n == 1", "run", "backtrace", "up", "print n");
        assertContains(output, "#0 +Main.factorial \\(n=1\\) at .*\n#1 .*Main.factorial \\(n=2\\) at \\./Main.java:49\n"
                + "#2 .*Main.factorial \\(n=3\\) at \\./Main.java:49\n#3 .*Main.main ");
        assertContains(output, "\\$1 = 2\n");
    }

    @Test
    void callersAreFoundFromEveryInstructionOfAMethod() throws Exception {
        String output = program.gdb("break *'Main.factorial(I)I'", "run",
                "python\nwhile gdb.selected_frame().name() == 'Main.factorial':\n"
                        + "    names = []\n    frame = gdb.selected_frame()\n    while frame:\n        names.append(frame.name())\n        frame = frame.older()\n"
                        + "    assert names[-3:] == ['Main.main', 'org.peaberry.runtime.linux.LinuxStart.start', '_start'], names\n"
                        + "    gdb.execute('stepi', to_string=True)");
        assertFalse(output.contains("AssertionError"), output);
    }

    @Test
    void stepEntersACallAndFinishLeavesIt() throws Exception {
        String output = program.gdb("break Main.java:64", "run", "step", "finish");
        assertContains(output, "Main.factorial \\(n=3\\) at \\./Main\\.java:45\n45\t +count\\+\\+;");
        assertContains(output, "in Main.main \\(arguments=.*\\) at \\./Main\\.java:64\n");
        assertContains(output, "Value returned is \\$1 = 6\n");
    }

    @Test
    void nextGoesOverACall() throws Exception {
        String output = program.gdb("break Main.java:64", "run", "next");
        assertContains(output, "\n65\t +System\\.out\\.println\\(work\\(box, 3 \\+ arguments.length\\)\\);");
    }

    @Test
    void localsAreShownWithTheirValues() throws Exception {
        String output = program.gdb("break Main.java:57", "ignore 1 1", "run", "info locals");
        assertContains(output, "result = 20\n");
        assertContains(output, "(?m)^i = 1$");
    }

    @Test
    void variablesAreShownAfterTheirLastUseWhileTheirPlaceIsNotReused() throws Exception {
        assertContains(program.gdb("break Main.java:47", "run", "print n"), "\\$1 = 1\n");
    }

    @Test
    void valuesThatAreGoneAreNotMadeUp() throws Exception {
        assertContains(program.gdb("break Main.java:67", "run", "print arguments"), "\\$1 = <optimized out>\n");
    }

    @Test
    void objectsAreShownWithTheFieldsOfAllTheirClasses() throws Exception {
        String output = program.gdb("break Main.java:29", "run", "print *this", "print this->sizes->elements[1]", "print *this->sizes",
                "print this->type");
        assertContains(output, "\\$1 = \\{<Main\\$Shape> = \\{<java.lang.Object> = \\{type = .*\\}, sides = 4, area = 12\\}, "
                + "sizes = 0x[0-9a-f]+, open = (true|false), mark = 120 u'x'\\}");
        assertContains(output, "\\$2 = 4\n");
        assertContains(output, "length = 3, elements = \\{3, 4, 5\\}\\}");
        assertContains(output, "type:Main\\$Box");
    }

    @Test
    void typesAreDescribed() throws Exception {
        String output = program.gdb("break Main.java:57", "run", "ptype shape");
        assertContains(output, "struct Main\\$Shape : public java.lang.Object \\{\n +int sides;\n +long area;\n\\}");
    }

    @Test
    void staticFieldsHaveNames() throws Exception {
        assertContains(program.gdb("break Main.java:65", "run", "print 'Main.count'"), "\\$1 = 3\n");
    }

    private static void assertContains(String output, String expression) {
        assertTrue(Pattern.compile(expression).matcher(output).find(), () -> "no " + expression + " in\n" + output);
    }
}
