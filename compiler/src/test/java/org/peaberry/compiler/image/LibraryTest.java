/** Which of a library's objects become part of an image. */
package org.peaberry.compiler.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
    private static final String START = "global _start\nsection .text\n_start: ret\n";

    @TempDir
    private Path folder;

    @Test
    void whatNobodyRefersToIsLeftOut() throws Exception {
        LinkedImage image = new Linker(Target.LINUX).add(assemble("a.asm", START)).addIfNeeded(assemble("b.asm", function("b", ""))).link();
        assertEquals(List.of("_start"), functions(image));
    }

    @Test
    void whatIsReferredToComesWithWhatItRefersTo() throws Exception {
        LinkedImage image = new Linker(Target.LINUX).addIfNeeded(assemble("d.asm", function("d", ""))).addIfNeeded(assemble("c.asm", function("c", "")))
                .addIfNeeded(assemble("b.asm", function("b", "extern c\ncall c\n"))).add(assemble("a.asm", START + "extern b\ncall b\n")).link();
        assertEquals(List.of("_start", "b", "c"), functions(image));
    }

    @Test
    void theEntryPointIsNeeded() throws Exception {
        assertEquals(List.of("_start"), functions(new Linker(Target.LINUX).addIfNeeded(assemble("a.asm", START)).link()));
    }

    private static String function(String name, String body) {
        return "global " + name + "\nsection .text\n" + name + ":\n" + body + "ret\n";
    }

    private static List<String> functions(LinkedImage image) {
        return image.symbols().stream().map(PlacedSymbol::name).filter(name -> Stream.of("_start", "b", "c", "d").anyMatch(name::equals)).sorted().toList();
    }

    private ObjectFile assemble(String name, String source) throws Exception {
        return Tools.assembleText(folder, name, source);
    }
}
