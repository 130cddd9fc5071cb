/** Of a multi-release jar, image and build host use the same class files: the base ones. */
package org.peaberry.compiler.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.compiler.image.ImageFiles;
import org.peaberry.compiler.image.Target;

class MultiReleaseJarTest {
    @TempDir
    private Path folder;

    /** The later version's field has another type: with one from here and one from there, an int would be taken for a reference. */
    @Test
    void staticStateComesFromTheClassThatIsCompiled() throws Exception {
        byte[] base = classFile("base", "int[][] TABLE = {{7}, {8}};", "TABLE[1][0]");
        byte[] later = classFile("later", "int[] TABLE = {1, 2};", "TABLE[1]");
        Path jar = jar(base, later);
        Path program = folder.resolve("program");
        ImageFiles.write(Compilation.compile(new Settings(Target.LINUX, Main.withRuntime(List.of(jar)), "Main", List.of(), Target.LINUX.physicalBase(), null, true)), program);
        Process process = new ProcessBuilder("timeout", "20", program.toString()).start();
        assertEquals("8\n", new String(process.getInputStream().readAllBytes()));
        assertEquals(0, process.waitFor());
    }

    private byte[] classFile(String name, String field, String value) throws IOException {
        Path place = Files.createDirectory(folder.resolve(name));
        JavaProgram.ofMembers(place, "static final " + field, "public static void main(String[] arguments) { System.out.println(" + value + "); }");
        return Files.readAllBytes(place.resolve("Main.class"));
    }

    private Path jar(byte[] base, byte[] later) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
        Path jar = folder.resolve("program.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry("Main.class"));
            out.write(base);
            out.putNextEntry(new JarEntry("META-INF/versions/9/Main.class"));
            out.write(later);
        }
        return jar;
    }
}
