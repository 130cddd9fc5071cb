/** Objects that are gone when boot is over: which are, and what keeps the others. */
package org.peaberry.compiler.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.compiler.driver.JavaProgram;
import org.peaberry.compiler.heap.ImageHeap;
import org.peaberry.compiler.observe.CompiledProgram;

class BootDataTest {
    private static final String FIELDS = "static int count; static Object left; static final int[] TABLE = new int[1000]; static final int[][] NESTED = {new int[10]};"
            + "@NoInline static int sum(int[] t) { int s = 0; for (int i : t) { s += i; } return s; }"
            + "@NoInline static int[] same(int[] t) { return count > 0 ? t : null; }"
            + "@NoInline @EndsBoot static void end() { count += 3; }";

    @TempDir
    private Path folder;

    /** Whether the array that a field holds is among what boot leaves. */
    private boolean isGone(String field, String early, String late) throws Exception {
        CompiledProgram program = JavaProgram.ofMembers(folder, FIELDS, "@Entrypoint(\"boot\") @BootOnly static void start() { prepare(); end(); }",
                "@NoInline static void prepare() { " + early + " }", "public static void main(String[] a) { " + late + " }").compileObserved();
        Object object = program.world().heap().staticValue(program.world().resolveField("Main", field, "[I"));
        assertEquals(0, program.image().address("init_data_end") % 4096);
        String symbol = program.world().objectSymbol(object);
        return program.heap().stream().filter(section -> section.name().equals(ImageHeap.BOOT)).anyMatch(
                section -> section.symbols().stream().anyMatch(each -> each.name().equals(symbol)));
    }

    @Test
    void tableThatOnlyBootReadsGoes() throws Exception {
        assertTrue(isGone("TABLE", "count = sum(TABLE);", "count++;"));
    }

    @Test
    void tableThatIsReadLaterStays() throws Exception {
        assertFalse(isGone("TABLE", "count = sum(TABLE);", "count = TABLE[a.length];"));
    }

    @Test
    void whatBootLeavesInAFieldStays() throws Exception {
        assertFalse(isGone("TABLE", "left = TABLE;", "count++;"));
    }

    @Test
    void whatComesBackFromACallAndIsLeftInAFieldStays() throws Exception {
        assertFalse(isGone("TABLE", "left = same(TABLE);", "count++;"));
        assertTrue(isGone("TABLE", "count = sum(same(TABLE));", "count++;"));
    }

    @Test
    void whatBootLeavesInAnArrayStays() throws Exception {
        assertFalse(isGone("TABLE", "left = new Object[] {count, TABLE};", "count++;"));
    }

    @Test
    void anArrayGoesWhenOnlyItsElementIsLeft() throws Exception {
        assertTrue(isGone("NESTED", "left = NESTED[count];", "count++;"));
    }
}
