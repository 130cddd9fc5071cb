/** The built ELF file is what boot loaders take, and as small as promised. */
package org.peaberry.tests.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peaberry.bench.HypervisorElf;
import org.peaberry.boot.host.HostCommand;

@Tag("boot")
class ImageTest {
    private static final int LARGEST = 1_500_000;
    private static final int CLASS_OFFSET = 4;      // e_ident[EI_CLASS], System V ABI
    private static final int CLASS_32 = 1;

    private static Path elf;

    @BeforeAll
    static void build() {
        elf = Boot.product().hypervisor();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--is-x86-multiboot", "--is-x86-multiboot2"})
    void grubAcceptsTheFile(String kind) {
        HostCommand.of("grub-file", kind, elf.toString()).run();
    }

    @Test
    void containerIsA32BitOne() throws IOException {
        assertEquals(CLASS_32, Files.readAllBytes(elf)[CLASS_OFFSET]);
    }

    @Test
    void loadedImageIsSmall() {
        long size = HypervisorElf.read(elf).size();
        assertTrue(size <= LARGEST, "loaded image takes " + size + " bytes, more than " + LARGEST);
    }
}
