/** What peaberryc says of input that it cannot take: whole messages, exit statuses, never a stack trace. */
package org.peaberry.compiler.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorMessagesTest {
    private static final int DAMAGED_FILES = 40;
    private static final int MAJOR_VERSION_LOW = 7;

    @TempDir
    private Path folder;
    private String output;

    @BeforeEach
    void compileMain() {
        JavaProgram.ofMain(folder, "int sum = 0; for (String each : arguments) { sum += each.length(); } System.exit(sum);");
    }

    private int compile(String out) {
        StringWriter errors = new StringWriter();
        int status = Main.run(new PrintWriter(errors, true), "--target", "linux", "--classpath", folder.toString(), "--main", "Main", "-o", out);
        output = errors.toString();
        return status;
    }

    private int compile() {
        return compile(folder.resolve("out").toString());
    }

    private byte[] main() throws Exception {
        return Files.readAllBytes(folder.resolve("Main.class"));
    }

    private void replaceMain(byte[] bytes) throws Exception {
        Files.write(folder.resolve("Main.class"), bytes);
    }

    @Test
    void whatIsNoClassFileIsNamed() throws Exception {
        replaceMain("this is no class file".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertEquals(1, compile());
        assertEquals("error: the class file of Main is damaged: it does not start with 0xCAFEBABE. Compile the class again, or fetch its jar again\n", output);
    }

    @Test
    void emptyClassFileIsNamed() throws Exception {
        replaceMain(new byte[0]);
        assertEquals(1, compile());
        assertEquals("error: the class file of Main is damaged: it has 0 bytes. Compile the class again, or fetch its jar again\n", output);
    }

    @Test
    void classFileOfANewerJavaIsNamedWithBothVersions() throws Exception {
        byte[] bytes = main();
        bytes[MAJOR_VERSION_LOW] = 65;
        replaceMain(bytes);
        assertEquals(1, compile());
        assertEquals("error: class Main was compiled for Java 21, and peaberryc reads class files up to Java 17. "
                + "Compile it with javac --release 17, or take a release of the library for Java 17\n", output);
    }

    @Test
    void classFileInTheWrongPlaceIsNamed() throws Exception {
        Files.createDirectory(folder.resolve("sub"));
        Files.copy(folder.resolve("Main.class"), folder.resolve("sub/Main.class"));
        StringWriter errors = new StringWriter();
        assertEquals(1, Main.run(new PrintWriter(errors, true), "--target", "linux", "--classpath", folder.toString(), "--main", "sub.Main", "-o", folder.resolve("out").toString()));
        assertEquals("error: the class file found for sub.Main is that of Main. Its folder must be its package: give --classpath the folder above the packages\n", errors.toString());
    }

    @Test
    void truncatedJarIsNamed() throws Exception {
        Path jar = Files.write(folder.resolve("broken.jar"), new byte[] {'P', 'K', 3, 4, 0});
        StringWriter errors = new StringWriter();
        assertEquals(1, Main.run(new PrintWriter(errors, true), "--target", "linux", "--classpath", jar.toString(), "--main", "Main", "-o", folder.resolve("out").toString()));
        assertEquals("error: class path entry " + jar + " is neither a folder nor a readable jar. Build it first, or correct --classpath\n", errors.toString());
    }

    @Test
    void wrongBytecodeIsAnErrorOfTheClassFile() throws Exception {
        org.objectweb.asm.ClassWriter writer = new org.objectweb.asm.ClassWriter(0);
        writer.visit(61, 1, "Main", null, "java/lang/Object", null);
        writer.visitSource("Main.java", null);
        org.objectweb.asm.MethodVisitor main = writer.visitMethod(9, "main", "([Ljava/lang/String;)V", null, null);
        main.visitInsn(org.objectweb.asm.Opcodes.POP);
        main.visitInsn(org.objectweb.asm.Opcodes.RETURN);
        main.visitMaxs(1, 1);
        writer.visitEnd();
        replaceMain(writer.toByteArray());
        assertEquals(1, compile());
        assertTrue(output.startsWith("Main.java:0: error: the bytecode of Main.main is wrong: "), output);
    }

    @Test
    void outputThatCannotBeWrittenIsNamed() {
        assertEquals(2, compile(folder.resolve("none/out").toString()));
        assertTrue(output.startsWith("peaberryc: the image cannot be written to " + folder.resolve("none/out")), output);
        assertTrue(output.contains("Make that folder, or choose another place with --output"), output);
    }

    @Test
    void failureOfTheCompilerSaysHowToReportIt() throws Exception {
        String text = FailureReport.of(new IllegalStateException("the front end failed on Main.main"), java.util.List.of("--main", "Main"));
        assertTrue(text.startsWith("peaberryc: internal error: the front end failed on Main.main\n  This is a fault of the compiler, not of your program.\n"), text);
        Path details = Path.of(text.replaceAll("(?s).*the file (\\S+),.*", "$1"));
        assertTrue(Files.readString(details).contains("options: --main Main"));
        Files.delete(details);
    }

    /** Truncated, or with one byte changed, wherever that is. */
    @Test
    void damagedClassFileNeverGivesAStackTrace() throws Exception {
        byte[] good = main();
        Random random = new Random(1);
        for (int i = 0; i < DAMAGED_FILES; i++) {
            byte[] bytes = i % 4 == 0 ? java.util.Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            if (i % 4 != 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            replaceMain(bytes);
            int status = compile();
            assertTrue(status == 0 || status == 1, "damage " + i + ": status " + status + "\n" + output);
            assertFalse(output.contains("\tat "), "damage " + i + "\n" + output);
            assertEquals(status == 1, !output.isBlank(), "damage " + i + "\n" + output);
        }
    }
}
