/** Writes the instructions of a snippet, on the build host. */
package org.peaberry.conformance.guest;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.encode.Assembler;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;

/** Encodings that the compiler has no use for, among them the illegal ones, are given as bytes. References to labels have 32 bits. */
final class Code {
    private static final int JUMP = 0xE9;
    private static final int[] LEA_RIP_RELATIVE = {0x48, 0x8D, 0x05};
    private static final int REGISTER_FIELD_SHIFT = 3;

    /** Four bytes that tell where a label is: from their own end, or from a base. */
    private record Reference(int place, String label, long base, int bytes) {
        static final long RELATIVE = -1;
    }

    private final ByteArrayOutputStream code = new ByteArrayOutputStream();
    private final Map<String, Integer> labels = new HashMap<>();
    private final List<Reference> references = new ArrayList<>();
    private int mark;

    static Code code() {
        return new Code();
    }

    /** Here is the instruction pointer that the exception is expected to save; to begin with, the first byte. */
    Code mark() {
        mark = code.size();
        return this;
    }

    int markOffset() {
        return mark;
    }

    Code bytes(int... values) {
        for (int value : values) {
            code.write(value);
        }
        return this;
    }

    Code form(Form form) {
        Assembler assembler = new Assembler();
        assembler.zo(form);
        return add(assembler);
    }

    Code load(Register register, long value) {
        Assembler assembler = new Assembler();
        assembler.moveImmediate(register, value);
        return add(assembler);
    }

    Code move(Register to, Register from) {
        return register(Form.MOV_MR, from, to);
    }

    /** An instruction on two registers of 64 bits; the first is the one in the ModRM byte's register field. */
    Code register(Form form, Register field, Register other) {
        Assembler assembler = new Assembler();
        assembler.rm(form, Width.QUAD, field, other);
        return add(assembler);
    }

    Code load(Register to, Register base, int displacement) {
        return memory(Form.MOV_RM, Width.QUAD, to, base, displacement);
    }

    Code store(Register base, int displacement, Register from) {
        return memory(Form.MOV_MR, Width.QUAD, from, base, displacement);
    }

    Code memory(Form form, Width width, Register register, Register base, int displacement) {
        Assembler assembler = new Assembler();
        assembler.rm(form, width, register, MemoryOperand.of(base, displacement));
        return add(assembler);
    }

    /** mov to or from a control, debug or segment register. */
    Code system(Form form, int systemRegister, Register register) {
        Assembler assembler = new Assembler();
        assembler.system(form, systemRegister, register);
        return add(assembler);
    }

    Code push(Register register) {
        Assembler assembler = new Assembler();
        assembler.o(Form.PUSH, Width.DOUBLE, register);
        return add(assembler);
    }

    Code pop(Register register) {
        Assembler assembler = new Assembler();
        assembler.o(Form.POP, Width.DOUBLE, register);
        return add(assembler);
    }

    Code label(String name) {
        labels.put(name, code.size());
        return this;
    }

    int offsetOf(String label) {
        return labels.get(label);
    }

    Code jump(String label) {
        bytes(JUMP);
        return refer(label);
    }

    /** lea reg, [rip + label]; one of the first eight registers. */
    Code address(Register register, String label) {
        bytes(LEA_RIP_RELATIVE[0], LEA_RIP_RELATIVE[1], LEA_RIP_RELATIVE[2] | register.ordinal() << REGISTER_FIELD_SHIFT);
        return refer(label);
    }

    Code nops(int count) {
        for (int i = 0; i < count; i++) {
            bytes(Op.NOP);
        }
        return this;
    }

    /** Everything written so far, references resolved. */
    int[] finish() {
        byte[] bytes = code.toByteArray();
        for (Reference reference : references) {
            int target = labels.get(reference.label);
            long value = reference.base == Reference.RELATIVE ? target - reference.place - Integer.BYTES : reference.base + target;
            for (int i = 0; i < reference.bytes; i++) {
                bytes[reference.place + i] = (byte) (value >> Byte.SIZE * i);
            }
        }
        int[] values = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            values[i] = bytes[i] & 0xff;
        }
        return values;
    }

    Snippet snippet() {
        return Snippet.of(finish());
    }

    private Code refer(String label) {
        references.add(new Reference(code.size(), label, Reference.RELATIVE, Integer.BYTES));
        return dword(0);
    }

    /** Four bytes: where a label is when the first byte is at {@code base}. */
    Code placeOf(String label, long base) {
        references.add(new Reference(code.size(), label, base, Integer.BYTES));
        return dword(0);
    }

    /** Two bytes: how far a label is from the first byte. */
    Code offset(String label) {
        references.add(new Reference(code.size(), label, 0, Short.BYTES));
        return word(0);
    }

    Code word(int value) {
        return bytes(value & 0xff, value >> Byte.SIZE & 0xff);
    }

    Code dword(long value) {
        return word((int) value).word((int) (value >> Short.SIZE));
    }

    private Code add(Assembler assembler) {
        code.writeBytes(assembler.finish());
        return this;
    }
}
