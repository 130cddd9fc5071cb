/** What the linker says to bad input. */
package org.peaberry.compiler.image;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.compiler.driver.CompilerError;

class LinkerErrorTest {
    private static final String START = "global _start\nsection .text\n_start: ret\n";

    @TempDir
    private Path folder;

    @Test
    void undefinedSymbolIsNamedWithWhoUsesItAndWhatToDo() throws Exception {
        ObjectFile object = assemble("a.asm", START + "caller: call missing\nextern missing\n");
        expect("symbol 'missing' is not defined\n  used by a.asm.o:caller (a.asm.o)\n  define it: in a NASM object", Target.LINUX, object);
    }

    @Test
    void symbolDefinedTwiceIsNamedWithBothObjects() throws Exception {
        expect("symbol '_start' is defined twice, by a.asm.o and by b.asm.o", Target.LINUX, assemble("a.asm", START), assemble("b.asm", START));
    }

    @Test
    void nameOfALinkerSymbolIsReserved() throws Exception {
        expect("symbol 'bss_end' is defined twice, by the linker and by a.asm.o. That name is reserved", Target.LINUX,
                assemble("a.asm", START + "global bss_end\nbss_end:\n"));
    }

    @Test
    void imageWithoutEntryPointIsRefused() throws Exception {
        expect("the image has no entry point: symbol '_start'", Target.LINUX, assemble("a.asm", "section .text\nret\n"));
    }

    @Test
    void bootCodeCannotReferToVirtualAddressesWith32Bits() throws Exception {
        expect("boot_entry (a.asm.o): the address of 'a.asm.o:.text' does not fit into 32 bits", Target.BAREMETAL, assemble("a.asm",
                "global boot_entry, distant\nsection .boot_text progbits alloc exec\nbits 32\nboot_entry: mov eax, distant\nsection .text\ndistant: ret\n"));
    }

    @Test
    void bootCodeHasNoPlaceInALinuxProgram() throws Exception {
        expect("section .boot_text is boot code", Target.LINUX, assemble("a.asm", START + "section .boot_text progbits alloc exec\nret\n"));
    }

    @Test
    void namesLocalToTwoObjectsDoNotClash() throws Exception {
        new Linker(Target.LINUX).add(assemble("a.asm", START + "local: ret\n")).add(assemble("b.asm", "section .text\nlocal: ret\n")).link();
    }

    @Test
    void anotherFileIsNoObject() throws Exception {
        Path file = Files.writeString(folder.resolve("text.o"), "no object");
        CompilerError error = assertThrows(CompilerError.class, () -> ElfObjectReader.read(file));
        assertTrue(error.getMessage().contains("text.o is no relocatable x86-64 object"), error.getMessage());
    }

    @Test
    void truncatedObjectIsDamaged() throws Exception {
        assemble("a.asm", START);
        Path object = folder.resolve("a.asm.o");
        byte[] bytes = Files.readAllBytes(object);
        for (int length = 64; length < bytes.length; length += 16) {
            Files.write(object, java.util.Arrays.copyOf(bytes, length));
            try {
                ElfObjectReader.read(object);
            } catch (CompilerError error) {
                assertTrue(error.getMessage().contains("a.asm.o is damaged"), error.getMessage());
            }
        }
    }

    private ObjectFile assemble(String name, String text) throws Exception {
        return Tools.assembleText(folder, name, text);
    }

    private static void expect(String message, Target target, ObjectFile... objects) {
        Linker linker = new Linker(target);
        for (ObjectFile object : objects) {
            linker.add(object);
        }
        CompilerError error = assertThrows(CompilerError.class, linker::link);
        assertTrue(error.getMessage().contains(message), error.getMessage());
    }
}
