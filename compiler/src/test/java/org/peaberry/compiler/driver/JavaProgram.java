/** A program given as Java source: compiled by javac to a folder, then by peaberryc. */
package org.peaberry.compiler.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.tools.ToolProvider;

import org.peaberry.compiler.image.ImageFiles;
import org.peaberry.compiler.image.LinkedImage;
import org.peaberry.compiler.image.Target;
import org.peaberry.compiler.observe.CompilationObserver;
import org.peaberry.compiler.observe.CompiledProgram;
import org.peaberry.compiler.world.ClassPath;
import org.peaberry.compiler.world.ClosedWorld;

/** The main class is Main, in Main.java. */
public final class JavaProgram {
    private static final String IMPORTS = "import org.peaberry.runtime.annotation.*; ";
    private static final String TIME_LIMIT = "20";

    private final Path folder;

    private JavaProgram(Path folder) {
        this.folder = folder;
    }

    /** @param members of class Main, each on a line of its own from line 2 on */
    public static JavaProgram ofMembers(Path folder, String... members) {
        return ofSource(folder, IMPORTS + "public class Main {\n" + String.join("\n", members) + "\n}\n");
    }

    /** The body of main alone. */
    public static JavaProgram ofMain(Path folder, String... statements) {
        return ofMembers(folder, "public static void main(String[] arguments) {", String.join("\n", statements), "}");
    }

    /** The text of Main.java. */
    public static JavaProgram ofSource(Path folder, String source) {
        try {
            Path file = Files.writeString(folder.resolve("Main.java"), source);
            String runtime = Main.withRuntime(List.of()).get(0).toString();
            int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-g", "-nowarn", "-cp", runtime, "-d", folder.toString(), file.toString());
            assertEquals(0, status, "javac failed on\n" + source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JavaProgram(folder);
    }

    public Settings settings() {
        return new Settings(Target.LINUX, Main.withRuntime(List.of(folder)), "Main", List.of(), Target.LINUX.physicalBase(), null, true);
    }

    /** The closed world of the program, with main reachable. */
    public ClosedWorld closedWorld() {
        ClosedWorld world = new ClosedWorld(new ClassPath(settings().classPath()));
        world.setProgramMain(world.classNamed("Main"));
        world.addEntrypoints(world.classNamed("org/peaberry/runtime/linux/LinuxStart"));
        world.addRuntimeRoots();
        world.close();
        return world;
    }

    public LinkedImage compile() {
        return Compilation.compile(settings());
    }

    /** The result with what it was made from. */
    public CompiledProgram compileObserved() {
        CompiledProgram[] result = new CompiledProgram[1];
        Compilation.compile(settings(), new CompilationObserver() {
            @Override
            public void finished(CompiledProgram program) {
                result[0] = program;
            }
        });
        return result[0];
    }

    /** Runs peaberryc as users do, with more options, and returns what it says on standard error. */
    public String run(int expectedStatus, String... options) {
        List<String> words = new ArrayList<>(List.of("--target=linux", "--classpath=" + folder, "--main=Main", "--output=" + folder.resolve("program")));
        words.addAll(List.of(options));
        java.io.StringWriter errors = new java.io.StringWriter();
        assertEquals(expectedStatus, Main.run(new java.io.PrintWriter(errors, true), words.toArray(String[]::new)), () -> errors.toString());
        return errors.toString();
    }

    /** The message of the errors that the program must have. */
    public String errors() {
        return assertThrows(CompilerError.class, this::compile).getMessage();
    }

    /** Standard output, then "exit" and the status. */
    public String run(String... arguments) throws IOException, InterruptedException {
        Path program = folder.resolve("program");
        ImageFiles.write(compile(), program);
        List<String> command = new ArrayList<>(List.of("timeout", TIME_LIMIT, program.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return output + "exit " + process.waitFor();
    }
}
