/** Listings of a small program, by the options that users have. */
package org.peaberry.compiler.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.compiler.driver.JavaProgram;
import org.peaberry.compiler.emit.CompiledMethod;

class ListingTest {
    @TempDir
    private Path folder;
    private JavaProgram program;

    @BeforeEach
    void compile() {
        program = JavaProgram.ofMembers(folder, "static int sink;",
                "static int twice(int n) { return n + n; }",
                "@NoInline static int pick(int[] all, int n) {",
                "    return twice(all[n]);",
                "}",
                "@NoInline static int choose(int n) { switch (n) { case 1: return 7; case 2: return 9; case 3: return sink; case 4: return sink + 1; case 5: return sink - 3;",
                "    case 6: return 90; case 7: return sink * 5; case 8: return 4; default: return 0; } }",
                "public static void main(String[] arguments) { sink = pick(new int[3], sink) + choose(sink); }");
    }

    @Test
    void machineCodeHasItsSourceLinesInlinedOnesWithTheirCalls() throws Exception {
        String listing = list("--emit=asm", "--method=Main.pick", "--source-path=" + folder);
        assertTrue(listing.startsWith("; Main.pick([II)I: "), listing);
        assertTrue(listing.contains("; Main.java:5  return twice(all[n]);\n"), listing);
        assertTrue(listing.contains("; Main.java:3 in Main.java:5  static int twice(int n) { return n + n; }\n"), listing);
        assertTrue(listing.contains(" ret\n"), listing);
        assertTrue(listing.contains("call org.peaberry.runtime.exception.Throw.arrayIndex(II)V\n"), listing);
    }

    @Test
    void jumpTablesAreShownAsData() throws Exception {
        String listing = list("--emit=asm", "--method=Main.choose");
        assertEquals(8, listing.lines().filter(line -> line.matches(".* dd \\.l[0-9a-f]+ - \\.l[0-9a-f]+")).count(), listing);
    }

    @Test
    void everyInstructionOfAProgramIsKnown() {
        SourceText none = new SourceText(java.util.List.of());
        for (CompiledMethod method : program.compileObserved().methods()) {
            String listing = AssemblyListing.of(method, none);
            assertFalse(listing.contains(" db 0x"), listing);
            listing.lines().filter(line -> line.matches(".* \\.l[0-9a-f]+\\]?$")).map(line -> line.replaceAll(".* (\\.l[0-9a-f]+)\\]?$", "$1"))
                    .forEach(label -> assertTrue(listing.contains("\n" + label + ":\n"), label + " is no place where an instruction starts:\n" + listing));
        }
    }

    @Test
    void irIsListedAfterTheStepThatWasAskedFor() throws Exception {
        String first = list("--emit=ir:front end", "--method=Main.pick");
        String last = list("--emit=ir", "--method=Main.pick");
        assertTrue(first.startsWith("; after front end\nmethod Main.pick"), first);
        assertTrue(first.contains(" = call.int direct Main.twice(I)I "), first);
        assertTrue(last.startsWith("; after passes\nmethod Main.pick"), last);
        assertFalse(last.contains("call.int"), last);
    }

    @Test
    void irOfAllStepsIsShownWhereItChanged() throws Exception {
        String all = list("--emit=ir:all", "--method=Main.pick");
        assertTrue(all.contains("; after Inlining\n"), all);
        assertTrue(all.indexOf("; after front end") < all.indexOf("; after Inlining"), all);
    }

    @Test
    void unknownStepIsAnErrorThatNamesTheKnownOnes() {
        String errors = program.run(1, "--emit=ir:polish");
        assertTrue(errors.contains("there is no step of that name. Steps are: "), errors);
        assertTrue(errors.contains("Inlining"), errors);
    }

    private String list(String... options) throws Exception {
        Path output = Files.createDirectories(folder.resolve("listings"));
        String[] all = java.util.Arrays.copyOf(options, options.length + 1);
        all[options.length] = "--emit-to=" + output;
        program.run(0, all);
        try (var files = Files.list(output)) {
            Path only = files.findFirst().orElseThrow();
            String text = Files.readString(only);
            Files.delete(only);
            return text;
        }
    }
}
