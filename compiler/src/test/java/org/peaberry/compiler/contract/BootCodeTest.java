/** Code that is gone when boot is over: what is, what is not, and what may not be called any more. */
package org.peaberry.compiler.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.compiler.driver.JavaProgram;
import org.peaberry.compiler.image.LinkedImage;

class BootCodeTest {
    private static final String START = "@Entrypoint(\"boot\") @BootOnly static void start() {";
    private static final String METHODS = "static int count; @NoInline static void prepare() { count++; } @NoInline static void serve() { count += 2; } "
            + "@NoInline @EndsBoot static void end() { count += 3; }";
    private static final String MAIN = "public static void main(String[] a) { serve(); }";

    @TempDir
    private Path folder;

    private static boolean isGone(LinkedImage image, String method) {
        long address = image.address(method);
        return address >= image.address("init_text_start") && address < image.address("init_text_end");
    }

    @Test
    void whatOnlyRunsBeforeTheEndOfBootIsInPagesOfItsOwn() {
        LinkedImage image = JavaProgram.ofMembers(folder, METHODS, START, "prepare(); end(); serve(); }", MAIN).compile();
        assertTrue(isGone(image, "Main.prepare()V"));
        assertFalse(isGone(image, "Main.serve()V"));
        assertFalse(isGone(image, "Main.end()V"));
        assertFalse(isGone(image, "boot"));
        assertEquals(0, image.address("init_text_end") % 4096);
    }

    @Test
    void whatAVirtualCallMaySelectLaterStays() {
        LinkedImage image = JavaProgram.ofMembers(folder, METHODS, "interface Step { void run(); } static Step step;",
                "static class Early implements Step { @NoInline public void run() { count += 5; } } static class Late implements Step { @NoInline public void run() { count += 7; } }",
                START, "step = count > 0 ? new Early() : new Late(); prepare(); end(); step.run(); }", MAIN).compile();
        assertFalse(isGone(image, "Main$Early.run()V"));
        assertTrue(isGone(image, "Main.prepare()V"));
    }

    @Test
    void aProgramThatDoesNotEndBootKeepsAllCode() {
        LinkedImage image = JavaProgram.ofMembers(folder, METHODS, START, "prepare(); serve(); }", MAIN).compile();
        assertEquals(image.address("init_text_start"), image.address("init_text_end"));
    }

    @Test
    void callOfABootOnlyMethodAfterTheEndOfBootIsAnError() {
        assertEquals("""
                Main.java:5: error: call of a @BootOnly method after the end of boot
                  Main.early(…)
                  reached from: Main.start (Main.java:5) → Main.early
                  why here: runs before the boot heap is sealed (contract of Main.early)
                  instead: call it before the @EndsBoot method, or do not mark it @BootOnly
                1 error""", JavaProgram.ofMembers(folder, METHODS, "@BootOnly static void early() { count++; }", START, "end(); early(); }", MAIN).errors());
    }

    @Test
    void bootIsEndedByAnEntryPointOnly() {
        assertEquals("""
                Main.java:3: error: boot is ended by a method that is no @BootOnly entry point
                  Main.end(…)
                  reached from: Main.main (Main.java:3)
                  why here: the callers of this method, which are on the stack, could be gone by then (contract of Main.end)
                  instead: call it from the @Entrypoint that boots, when everything that it called has returned
                1 error""", JavaProgram.ofMembers(folder, METHODS, "public static void main(String[] a) { end(); }").errors());
    }

    @Test
    void bootOnlyViolationShowsTheWholeChain() {
        String errors = JavaProgram.ofMembers(folder, "@BootOnly static void early() { }", "static void middle() {", "early(); }",
                "public static void main(String[] a) { middle(); }").errors();
        assertTrue(errors.contains("Main.main (Main.java:5) → Main.middle (Main.java:4)"), errors);
    }
}
