/** How checks are made is a matter of options, and faults that are no checks end a program with a message. */
package org.peaberry.compiler.driver;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckOptionsTest {
    private static final String CAUGHT = "caught java.lang.NullPointerException\ncaught java.lang.ArrayIndexOutOfBoundsException\n"
            + "caught java.lang.ClassCastException\n";
    private static final int SEGMENTATION_FAULT = 139;

    @TempDir
    private Path folder;

    private void checkedProgram() {
        JavaProgram.ofMembers(folder, "int field;",
                "@NoInline static int read(Main object) { return object.field; }",
                "@NoInline static int element(int[] array, int i) { return array[i]; }",
                "@NoInline static String text(Object object) { return (String) object; }",
                "static void attempt(int kind) { try { switch (kind) {",
                "  case 0 -> read(kind == 0 ? null : new Main());",
                "  case 1 -> element(new int[1], 1);",
                "  default -> text(new int[1]); }",
                "  } catch (RuntimeException e) { System.out.println(\"caught \" + e.getClass().getName()); } }",
                "public static void main(String[] arguments) { for (int i = arguments.length; i < 3; i++) attempt(i); }");
    }

    @Test
    void nullIsFoundByFaultAndByComparison() throws IOException, InterruptedException {
        checkedProgram();
        CompiledCommand byFault = CompiledCommand.compile(folder);
        byFault.run().ends(0).prints(CAUGHT);
        long withFaults = Files.size(byFault.program());
        CompiledCommand byComparison = CompiledCommand.compile(folder, "--null-checks", "compare");
        byComparison.run().ends(0).prints(CAUGHT);
        assertTrue(withFaults < Files.size(byComparison.program()), "faults must make smaller programs");
        assertFalse(byFault.messages().contains("warning"));
    }

    @Test
    void withoutChecksNothingIsCaughtAndTheUserIsWarned() throws IOException, InterruptedException {
        checkedProgram();
        CompiledCommand compiled = CompiledCommand.compile(folder, "--measure-without-checks");
        assertTrue(compiled.messages().contains("warning: --measure-without-checks: this program is not Java"), compiled.messages());
        compiled.run("no null").ends(0).prints("");
        compiled.run().ends(SEGMENTATION_FAULT).complains("fatal: an access to memory that is not the program's, at address 0000000000000008");
    }

    @Test
    void aWrongAddressIsNoNullPointerException() throws IOException, InterruptedException {
        JavaProgram.ofMembers(folder, "@NoInline static long read(long address) { return org.peaberry.runtime.unboxed.Address.of(address).loadLong(); }",
                "public static void main(String[] arguments) { try { read(arguments.length == 0 ? 16 : 1L << 60);",
                "} catch (NullPointerException e) { System.out.println(\"caught\"); } }");
        CompiledCommand compiled = CompiledCommand.compile(folder);
        compiled.run().ends(SEGMENTATION_FAULT).prints("").complains("at address 0000000000000010, by the code at ").complains("at Main.read(Main.java");
        compiled.run("not canonical").ends(SEGMENTATION_FAULT).prints("").complains("fatal: ");
    }
}
