/** Runs the external programs that judge images. */
package org.peaberry.compiler.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class Tools {
    private static final String TIME_LIMIT = "30";

    private Tools() {
    }

    /** Assembles a source of src/test/resources/image. */
    static ObjectFile assemble(Path folder, String source) throws IOException, InterruptedException {
        try (InputStream in = Tools.class.getResourceAsStream("/image/" + source)) {
            return assembleText(folder, source, new String(in.readAllBytes()));
        }
    }

    /** Assembles a source of the product. */
    static ObjectFile assembleFile(Path folder, Path source) throws IOException, InterruptedException {
        return assembleText(folder, source.getFileName().toString(), Files.readString(source));
    }

    static ObjectFile assembleText(Path folder, String name, String text) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve(name), text);
        Path object = folder.resolve(name + ".o");
        assertEquals(0, run("nasm", "-f", "elf64", "-o", object.toString(), source.toString()));
        return ElfObjectReader.read(object);
    }

    /** The exit status; output goes to the test's own. */
    static int run(String... command) throws IOException, InterruptedException {
        List<String> limited = new ArrayList<>(List.of("timeout", TIME_LIMIT));
        limited.addAll(List.of(command));
        Process process = new ProcessBuilder(limited).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes());
        if (!output.isBlank()) {
            System.out.println(output);
        }
        return process.waitFor();
    }
}
