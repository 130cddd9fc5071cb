/** The first instructions of a Linux program. */
package org.peaberry.compiler.driver;

import org.peaberry.compiler.encode.Assembler;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.image.Region;
import org.peaberry.compiler.image.Section;
import org.peaberry.compiler.image.Symbol;
import org.peaberry.compiler.image.Target;

final class LinuxEntry {
    private static final String RUNTIME_ENTRY = "linux_start";

    private LinuxEntry() {
    }

    /** Passes the initial stack pointer, where argc and argv are (System V ABI, AMD64 supplement §3.4.1), and the size of the heap to the runtime. */
    static Section section(HeapSize heap) {
        Assembler assembler = new Assembler();
        assembler.rm(Form.MOV_MR, Width.QUAD, Register.RSP, Register.RDI);
        assembler.moveImmediate(Register.RSI, heap.bytes());
        assembler.call(RUNTIME_ENTRY);
        assembler.zo(Form.UD2);
        byte[] code = assembler.finish();
        Section text = new Section(".text", Region.TEXT);
        int start = text.append(code, 1);
        text.define(new Symbol(Target.LINUX.entrySymbol(), start, code.length, Symbol.Kind.FUNCTION));
        assembler.relocations().forEach(relocation -> text.relocate(relocation.movedBy(start)));
        return text;
    }
}
