/** Linux programs made of NASM objects and encoded instructions, run on the build machine. */
package org.peaberry.compiler.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.compiler.encode.Assembler;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;

class LinuxImageTest {
    @TempDir
    private Path folder;

    @Test
    void programOfAssemblyAndEncodedCodeRuns() throws Exception {
        LinkedImage image = link();
        Path program = folder.resolve("program");
        ImageFiles.write(image, program);
        assertEquals(42, Tools.run(program.toString()));
    }

    @Test
    void codeAddedFirstStartsTheText() throws Exception {
        LinkedImage image = link();
        assertEquals(image.address("text_start"), image.address("test.Adder.add(JJ)J"));
        assertTrue(image.address("text_end") >= image.address("_start"));
        assertEquals(0, image.address("bss_start") % Layout.PAGE_SIZE);
    }

    @Test
    void regionsDoNotShareAPage() throws Exception {
        long previousPage = -1;
        for (Segment segment : link().segments()) {
            assertTrue(segment.address() / Layout.PAGE_SIZE > previousPage);
            previousPage = (segment.end() - 1) / Layout.PAGE_SIZE;
        }
    }

    @Test
    void debuggersFindFunctionsWithTheirSizes() throws Exception {
        LinkedImage image = link();
        Path program = folder.resolve("program");
        ImageFiles.write(image, program);
        Path listing = folder.resolve("symbols");
        Tools.run("sh", "-c", "nm --print-size " + program + " > " + listing);
        String symbols = Files.readString(listing);
        assertTrue(symbols.matches("(?s).*[0-9a-f]{16} 0000000000000007 T test\\.Adder\\.add\\(JJ\\)J\n.*"), symbols);
        assertTrue(Files.readString(folder.resolve("program.map")).contains(" test.Adder.add(JJ)J\n"));
    }

    @Test
    void codeIsCountedOncePerPackageUnderWhateverNames() throws Exception {
        String report = SizeReport.of(link());
        assertTrue(report.contains("         7  test\n"), report);
        assertTrue(report.contains("        51  (assembly and tables)\n"), report);
    }

    private LinkedImage link() throws Exception {
        Assembler assembler = new Assembler();
        assembler.rm(Form.MOV_MR, Width.QUAD, Register.RDI, Register.RAX);
        assembler.rm(Form.ADD_MR, Width.QUAD, Register.RSI, Register.RAX);
        assembler.zo(Form.RET);
        Section text = new Section(".text", Region.TEXT);
        byte[] code = assembler.finish();
        int offset = text.append(code, 16);
        text.define(new Symbol("test.Adder.add(JJ)J", offset, code.length, Symbol.Kind.FUNCTION));
        text.define(new Symbol("add_numbers", offset, code.length, Symbol.Kind.FUNCTION));
        return new Linker(Target.LINUX).add("compiled", text).add(Tools.assemble(folder, "linux.asm")).link();
    }
}
