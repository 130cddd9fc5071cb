/** Machine code under test. It ends with a breakpoint, or with the exception that it causes. */
package org.peaberry.conformance.guest;

import org.peaberry.compiler.encode.Assembler;
import org.peaberry.runtime.unboxed.Address;

/** Made on the build host, by static initializers; it is position-dependent code only if it knows {@link GuestMemory#SNIPPET}. */
final class Snippet {
    private static final int BREAKPOINT = 0xCC;

    private final byte[] code;

    private Snippet(byte[] code) {
        if (code.length > GuestMemory.SNIPPET_SIZE) {
            throw new IllegalArgumentException("a snippet of " + code.length + " bytes");
        }
        this.code = code;
    }

    /** An instruction, or more, in machine code; the breakpoint is added. */
    static Snippet of(int... bytes) {
        byte[] code = new byte[bytes.length + 1];
        for (int i = 0; i < bytes.length; i++) {
            code[i] = (byte) bytes[i];
        }
        code[bytes.length] = (byte) BREAKPOINT;
        return new Snippet(code);
    }

    /** What the compiler's own assembler made; the breakpoint is added. */
    static Snippet of(Assembler assembler) {
        byte[] code = assembler.finish();
        int[] bytes = new int[code.length];
        for (int i = 0; i < code.length; i++) {
            bytes[i] = code[i];
        }
        return of(bytes);
    }

    int length() {
        return code.length;
    }

    /** Runs it with these registers in 64-bit mode at privilege 0; they are not changed. */
    Outcome run(Registers registers) {
        Outcome outcome = new Outcome();
        run(registers, outcome);
        return outcome;
    }

    /** The same without allocation. */
    void run(Registers registers, Outcome outcome) {
        Address place = Address.of(GuestMemory.SNIPPET);
        for (int i = 0; i < code.length; i++) {
            place.store((long) i, code[i]);
        }
        SnippetRunner.INSTANCE.run(registers, outcome);
    }

    /** Runs it with registers that are all zero. */
    Outcome run() {
        return run(new Registers());
    }
}
