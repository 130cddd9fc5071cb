/** {@code ./peaberry kernel} with sources, folders, class files and mistakes: what it makes and says. The tutorial has its other side. */
package org.peaberry.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.boot.Main;
import org.peaberry.boot.host.HostCommand;
import org.peaberry.boot.host.Project;

class KernelCommandTest {
    private static final String START = "@org.peaberry.runtime.annotation.Entrypoint(\"peaberry_start\") static void start(long magic, long information) ";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeAKernelOfTwoClasses() throws IOException {
        write("src/org/example/Kernel.java", "package org.example;\nfinal class Kernel { " + START + "{ Helper.help(); } }\n");
        write("src/org/example/Helper.java", "package org.example;\nfinal class Helper { static void help() { org.peaberry.arch.cpu.Processor.halt(); } }\n");
    }

    @Test
    void aFolderOfSourcesIsCompiledWithItsPackages() {
        HostCommand.Result result = kernel("src", "--main", "org.example.Kernel");
        assertEquals(0, result.status(), result.output());
        assertTrue(Files.exists(folder.resolve("Kernel.elf")) && Files.exists(folder.resolve("Kernel.elf.debug")) && Files.exists(folder.resolve("Kernel.elf.map")));
    }

    @Test
    void theFirstSourceNamesTheMainClass() {
        HostCommand.Result result = kernel("src/org/example/Kernel.java", "src/org/example/Helper.java", "-o", "named.elf");
        assertEquals(0, result.status(), result.output());
        assertTrue(Files.exists(folder.resolve("named.elf")));
    }

    @Test
    void classFilesNeedNoSources() throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        String classPath = Project.current().classes("runtime-baremetal") + ":" + Project.current().classes("arch-x86");
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), "-classpath", classPath,
                folder.resolve("src/org/example/Kernel.java").toString(), folder.resolve("src/org/example/Helper.java").toString()));
        HostCommand.Result result = kernel("--classpath", classes.toString(), "--main", "org.example.Kernel");
        assertEquals(0, result.status(), result.output());
    }

    @Test
    void whatJavacSaysIsSaidAsItIs() throws IOException {
        write("Wrong.java", "final class Wrong {\n    int x = \"text\";\n}\n");
        HostCommand.Result result = kernel("Wrong.java");
        assertEquals(1, result.status());
        assertTrue(result.output().startsWith("Wrong.java:2: error: incompatible types"), result.output());
    }

    @Test
    void aKernelWithoutEntryPointIsToldWhatToWrite() throws IOException {
        write("Empty.java", "final class Empty {\n}\n");
        HostCommand.Result result = kernel("Empty.java");
        assertEquals(1, result.status());
        assertTrue(result.output().contains("@Entrypoint(\"peaberry_start\")"), result.output());
    }

    @Test
    void aFileWithoutItsClassIsToldSo() throws IOException {
        write("Other.java", "final class Another {\n}\n");
        HostCommand.Result result = kernel("Other.java");
        assertEquals(1, result.status());
        assertTrue(result.output().contains("say with --main which class starts"), result.output());
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private HostCommand.Result kernel(String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Dpeaberry.root=" + Project.current().root(),
                "-cp", System.getProperty("java.class.path"), Main.class.getName(), "kernel"));
        command.addAll(List.of(arguments));
        return HostCommand.of(command).in(folder).result();
    }
}
