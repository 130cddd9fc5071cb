/** Multiboot images: what loaders and debuggers make of them. */
package org.peaberry.compiler.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.compiler.encode.Assembler;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Relocation;
import org.peaberry.compiler.encode.Width;

class BareMetalImageTest {
    /** The boot path of the product. */
    private static final Path ARCH_NASM = Path.of("../arch-x86/src/main/nasm");
    private static final int COUNTER = 17;
    private static final int DEBUG_EXIT = 0xf4;
    /** QEMU's isa-debug-exit ends with 2 * value + 1. */
    private static final int EXIT_STATUS = 2 * (COUNTER + 5) + 1;

    @TempDir
    private Path folder;
    private LinkedImage image;
    private Path file;

    @BeforeEach
    void link() throws Exception {
        image = new Linker(Target.BAREMETAL).add("compiled", text(), constants(), data())
                .add(Tools.assembleFile(folder, ARCH_NASM.resolve("multiboot.asm"))).add(Tools.assembleFile(folder, ARCH_NASM.resolve("boot.asm"))).link();
        file = folder.resolve("kernel.elf");
        ImageFiles.write(image, file);
    }

    @Test
    void qemuBootsItToCompiledCodeAtItsVirtualAddress() throws Exception {
        assertEquals(EXIT_STATUS, Tools.run("qemu-system-x86_64", "-machine", "q35", "-m", "64M", "-display", "none", "-nodefaults",
                "-no-reboot", "-device", "isa-debug-exit,iobase=0xf4,iosize=0x4", "-kernel", file.toString()));
    }

    @Test
    void grubAcceptsItAsBothMultibootVersions() throws Exception {
        assertEquals(0, Tools.run("grub-file", "--is-x86-multiboot", file.toString()));
        assertEquals(0, Tools.run("grub-file", "--is-x86-multiboot2", file.toString()));
    }

    @Test
    void bootCodeIsPhysicalAndTheRestVirtual() {
        assertEquals(0x200000, image.address("boot_start"));
        assertTrue(image.address("boot_entry") - 0x200000 < Layout.PAGE_SIZE);
        assertEquals(0xffff82d080200000L, image.address("image_start"));
        assertEquals(0xffff82d080000000L, image.address("text_start") - image.address("text_start_physical"));
        assertEquals(image.address("image_end_physical"), image.address("bss_end_physical"));
    }

    @Test
    void notesAreFoundByTheirProgramHeader() throws Exception {
        String note = "section .note.Xen note alloc noexec nowrite align=4\ndd 4, 4, 18\ndb 'Xen', 0\ndd 0x1234\n";
        LinkedImage withNote = new Linker(Target.BAREMETAL).add("compiled", text(), constants(), data())
                .add(Tools.assembleFile(folder, ARCH_NASM.resolve("boot.asm"))).add(Tools.assembleText(folder, "note.asm", note)).link();
        ImageFiles.write(withNote, file);
        assertEquals(0, Tools.run("sh", "-c", "readelf -n '" + file + "' | grep -q 'Xen.*0x00000004'"));
    }

    @Test
    void anImageCanBeLoadedElsewhere() throws Exception {
        LinkedImage moved = new Linker(Target.BAREMETAL, 0x2000000).add("compiled", text(), constants(), data())
                .add(Tools.assembleFile(folder, ARCH_NASM.resolve("multiboot.asm"))).add(Tools.assembleFile(folder, ARCH_NASM.resolve("boot.asm"))).link();
        assertEquals(0x2000000, moved.address("boot_start"));
        assertEquals(0xffff82d082000000L, moved.address("image_start"));
        image = moved;
        ImageFiles.write(moved, file);
        qemuBootsItToCompiledCodeAtItsVirtualAddress();
    }

    @Test
    void debuggersSeeVirtualAddresses() throws Exception {
        assertEquals(0, Tools.run("sh", "-c", "nm '" + folder.resolve("kernel.elf.debug") + "' | grep -q '"
                + Long.toHexString(image.address("peaberry_start")) + " [Tt] peaberry_start'"));
        String map = Files.readString(folder.resolve("kernel.elf.map"));
        assertTrue(map.contains(Long.toHexString(image.address("peaberry_start")) + " "), map);
    }

    /** Ends QEMU with [counter], through a constant that holds its address, + 5. */
    private static Section text() {
        Assembler assembler = new Assembler();
        assembler.rm(Form.MOV_RM, Width.QUAD, Register.RCX, MemoryOperand.symbol("constants", 8));
        assembler.rm(Form.MOV_RM, Width.DOUBLE, Register.RAX, MemoryOperand.of(Register.RCX, 0));
        assembler.mi8(Form.ADD_I8, Width.DOUBLE, Register.RAX, 5);
        assembler.moveImmediate(Register.RDX, DEBUG_EXIT);
        assembler.zo(Form.OUT_DOUBLE);
        assembler.zo(Form.HLT);
        Section text = new Section(".text", Region.TEXT);
        byte[] code = assembler.finish();
        text.append(new byte[3], 1);
        int offset = text.append(code, 16);
        assembler.relocations().forEach(relocation -> text.relocate(relocation.movedBy(offset)));
        text.define(new Symbol("peaberry_start", offset, code.length, Symbol.Kind.FUNCTION));
        return text;
    }

    private static Section constants() {
        Section constants = new Section(".rodata", Region.RODATA);
        constants.append(new byte[16], 8);
        constants.define(new Symbol("constants", 0, 16, Symbol.Kind.OBJECT));
        constants.relocate(new Relocation(8, Relocation.Kind.ABSOLUTE64, "counter", 0));
        return constants;
    }

    private static Section data() {
        Section data = new Section(".data", Region.DATA);
        data.append(new byte[] {COUNTER, 0, 0, 0}, 4);
        data.define(new Symbol("counter", 0, 4, Symbol.Kind.OBJECT));
        return data;
    }
}
