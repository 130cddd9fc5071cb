/** docs/first-kernel.md says what happens: its programs are compiled and booted by its commands, in its order. */
package org.peaberry.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@Tag("boot")
class FirstKernelTest {
    private static final String PAGE = "docs/first-kernel.md";

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> whatThePageShowsIsWhatHappens() throws IOException {
        Document page = Document.read(PAGE);
        Tutorial tutorial = new Tutorial(folder);
        return page.blocks().stream().map(block -> DynamicTest.dynamicTest(block.title(), () -> tutorial.follow(block)));
    }

    @Test
    void whatHelloWritesIsOnTheScreenToo() throws Exception {
        Tutorial tutorial = new Tutorial(folder);
        Document page = Document.read(PAGE);
        tutorial.follow(page.blocks().get(0));
        tutorial.follow(new Document.Block("console", "", 1, List.of("$ ./peaberry kernel Hello.java", "peaberry: built Hello.elf")));
        String command = "(until grep -qs Hello serial; do sleep 0.1; done; echo pmemsave 0xb8000 56 screen; echo quit) | timeout 60 "
                + "qemu-system-x86_64 -accel tcg -display none -serial file:serial -monitor stdio -no-shutdown -kernel Hello.elf >/dev/null";
        Process process = new ProcessBuilder("bash", "-c", command).directory(folder.toFile()).inheritIO().start();
        assertEquals(0, process.waitFor());
        String cells = Files.readString(folder.resolve("screen"), StandardCharsets.ISO_8859_1);
        assertTrue(cells.replace("\u000f", "").startsWith("Hello from a kernel in Java!"), cells);
    }
}
