/** How Linux programs live with the system: heap, time, exit status. */
package org.peaberry.compiler.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class LinuxProgramTest {
    private static final long MILLISECOND = 1_000_000;

    @TempDir
    private Path folder;

    private CompiledCommand.Run run(String... options) throws IOException, InterruptedException {
        return CompiledCommand.compile(folder, options).run();
    }

    private void fillingProgram() {
        JavaProgram.ofMembers(folder, "static byte[][] kept = new byte[1000][];",
                "static int fill() { int i = 0; try { while (i < kept.length) { kept[i] = new byte[99984]; i++; } } catch (OutOfMemoryError e) {",
                "  System.out.println(e.getClass().getName()); } return i; }",
                "public static void main(String[] arguments) { int blocks = fill(); System.out.println(blocks); System.out.println(fill() <= blocks); }");
    }

    @Test
    void theHeapHasTheSizeThatWasAskedForAndItsEndCanBeCaught() throws IOException, InterruptedException {
        fillingProgram();
        run("--heap-size", "4M").ends(0).prints("java.lang.OutOfMemoryError\n39\njava.lang.OutOfMemoryError\ntrue\n");
        run("--heap-size", "300M").ends(0).prints("1000\ntrue\n");
    }

    @Test
    void anExhaustedHeapThatNobodyCatchesIsReported() throws IOException, InterruptedException {
        JavaProgram.ofMain(folder, "long sum = 0; Object last = null; while (true) { last = new Object[] {last}; sum++; if (sum < 0) break; }");
        run("--heap-size", "2M").ends(1).complains("java.lang.OutOfMemoryError");
    }

    @Test
    void noAddressSpaceForTheHeapIsSaid() throws IOException, InterruptedException {
        JavaProgram.ofMain(folder, "System.out.println(1);");
        CompiledCommand compiled = CompiledCommand.compile(folder, "--heap-size", "64T");
        Process process = new ProcessBuilder("sh", "-c", "ulimit -v 1000000; exec " + compiled.program() + " 2>&1").start();
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(1, process.waitFor(), output);
        assertTrue(output.startsWith("fatal: there is no address space for the heap. Compile the program with a smaller --heap-size"), output);
    }

    @ParameterizedTest
    @CsvSource({"1M, 1048576", "2048k, 2097152", "4G, 4294967296", "64T, 70368744177664", "1048577, 1052672"})
    void sizesAreReadWithTheirUnits(String text, long bytes) {
        assertEquals(bytes, new HeapSize.Converter().convert(text).bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M", "4X", "-1G", "1.5G", "4 G", "0", "1023K", "65T", "99999999999999T", "9999999999999999999"})
    void whatIsNoSizeIsRefused(String text) {
        assertThrows(TypeConversionException.class, () -> new HeapSize.Converter().convert(text));
    }

    @Test
    void aBareMetalProgramHasNoHeapSize() {
        JavaProgram.ofMain(folder, "");
        assertEquals(2, Main.run("--target", "baremetal", "--classpath", folder.toString(), "--main", "Main", "-o", folder.resolve("x").toString(),
                "--heap-size", "4G"));
    }

    @Test
    void nanoTimeGoesForwardAsFastAsTimeDoes() throws IOException, InterruptedException {
        JavaProgram.ofMain(folder, "long start = System.nanoTime(); long last = start;",
                "while (last - start < 20_000_000L) { long now = System.nanoTime(); if (now < last) { System.out.println(\"back\"); } last = now; }",
                "System.out.println(last - start < 10_000_000_000L);");
        long start = System.nanoTime();
        run().ends(0).prints("true\n");
        assertTrue(System.nanoTime() - start > 20 * MILLISECOND);
    }

    @Test
    void exitEndsAtOnceWithItsStatusAndAllOutput() throws IOException, InterruptedException {
        JavaProgram.ofMain(folder, "System.out.print(\"before\"); try { System.exit(arguments.length + 42); } finally { System.out.print(\"after\"); }");
        run().ends(42).prints("before");
    }

    @Test
    void anUncaughtExceptionEndsWithOneAndItsTrace() throws IOException, InterruptedException {
        JavaProgram.ofMembers(folder, "static void fail(int depth) { if (depth == 0) { throw new IllegalStateException(\"no more\"); } fail(depth - 1); }",
                "public static void main(String[] arguments) { System.out.print(\"out\"); fail(2); }");
        run().ends(1).prints("out").complains("Exception in thread \"main\" java.lang.IllegalStateException: no more\n\tat Main.fail(Main.java:2)\n"
                + "\tat Main.fail(Main.java:2)\n\tat Main.fail(Main.java:2)\n\tat Main.main(Main.java:3)\n");
    }

    @Test
    void anUncaughtNullPointerFoundByFaultEndsWithOneToo() throws IOException, InterruptedException {
        JavaProgram.ofMembers(folder, "int field;", "static Main none(int i) { return i < 0 ? new Main() : null; }",
                "public static void main(String[] arguments) { System.out.println(none(arguments.length).field); }");
        run().ends(1).prints("").complains("Exception in thread \"main\" java.lang.NullPointerException\n\tat Main.main(Main.java:4)\n");
    }
}
