/** Assembles, on the build host, a guest that meets every common exit; {@link GuestProgram} is its hypervisor. */
package org.peaberry.tests.machine;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

import org.peaberry.compiler.encode.Assembler;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;

/**
 * Loaded at guest-physical {@link #BASE} and entered there in 32-bit protected mode with flat segments, where most instructions are
 * encoded as they are in 64-bit mode without REX. VMMCALL with EAX = what happened tells the hypervisor. Two passes: the first finds
 * where labels are.
 */
final class GuestCode {
    static final int BASE = 0x1000;
    /** What a handler tells. */
    static final int INTERRUPT = 0x3030;
    static final int NMI = 0x2222;
    static final int GENERAL = 0x6666;
    static final int DEBUG = 0x1111;

    private static final int STACK_TOP = 0x8000;
    private static final int IDT = 0x4000;
    private static final int INTERRUPT_GATE = 0x8E00;
    private static final int PAGE_TABLES = 0x10000;
    private static final int PAGE = 0x1000;
    private static final int PRESENT_WRITABLE = 3;
    private static final int LARGE_PAGE = 0x83;
    private static final int DEVICE = 0xFEC0_0000;
    private static final int MSR_EFER = 0xC000_0080;
    private static final int MSR_GS_BASE = 0xC000_0101;
    private static final int PAE = 1 << 5;
    private static final int PAGING = 1 << 31;
    private static final int LONG_MODE = 1 << 8;
    private static final int TRAP_FLAG = 1 << 8;
    private static final int FAR_JUMP = 0xEA;
    private static final int RETURN_FROM_INTERRUPT = 0xCF;
    private static final int CODE_32 = 8;
    private static final int CODE_64 = 24;

    private final Map<String, Integer> labels;
    private final ByteArrayOutputStream code = new ByteArrayOutputStream();

    private GuestCode(Map<String, Integer> labels) {
        this.labels = labels;
    }

    static byte[] assemble() {
        Map<String, Integer> labels = new HashMap<>();
        new GuestCode(labels).program();
        GuestCode second = new GuestCode(labels);
        second.program();
        return second.code.toByteArray();
    }

    private void program() {
        simpleExits();
        segments();
        events();
        loops();
        longMode();
        handlers();
        tables();
    }

    private void simpleExits() {
        load(Register.RSP, STACK_TOP);
        load(Register.RAX, 0x4000_0000);
        zo(Form.CPUID);
        bytes(0x66);                               // four bytes with its prefix
        zo(Form.CPUID);
        load(Register.RAX, 'G');
        bytes(0xE6, 0xE9);                         // out 0xE9, al
        bytes(0xE5, 0x71);                         // in eax, 0x71
        load(Register.RCX, 0x123);
        load(Register.RAX, 7);
        load(Register.RDX, 5);
        zo(Form.WRMSR);
        one(a -> a.rm(Form.MOV_RM, Width.DOUBLE, Register.RAX, at(DEVICE)));
        store(DEVICE + 0x10, 0x1234);
        one(a -> a.mi(Form.OR_I, Width.BYTE, at(DEVICE + 0x20), 3));
        one(a -> a.rm(Form.MOV_MR, Width.DOUBLE, Register.RAX, Register.RBX));
        tell(GuestExits.REPORT);
    }

    private void segments() {
        one(a -> a.m(Form.LGDT, Width.DOUBLE, at(address("gdt pointer"))));
        farJump(CODE_32, "segments");
        label("segments");
        load(Register.RAX, 16);
        bytes(0x8E, 0xD8, 0x8E, 0xC0, 0x8E, 0xD0); // mov ds, eax; mov es, eax; mov ss, eax
        gate(1, "debug");
        gate(2, "nmi");
        gate(13, "general");
        gate(0x30, "interrupt");
        one(a -> a.m(Form.LIDT, Width.DOUBLE, at(address("idt pointer"))));
    }

    private void events() {
        load(Register.RCX, GuestExits.MISSING_MSR);
        zo(Form.RDMSR);
        tell(GuestExits.WANT_INTERRUPT);           // interrupts are off: it comes after STI and the instruction behind it
        nops(1);
        zo(Form.STI);
        nops(2);
        zo(Form.HLT);
        tell(GuestExits.WANT_NMI);
        nops(2);
        zo(Form.PUSHFQ);
        one(a -> a.mi(Form.OR_I, Width.DOUBLE, MemoryOperand.of(Register.RSP, 0), TRAP_FLAG));
        zo(Form.POPFQ);
        zo(Form.CPUID);                            // a trap follows, although the hypervisor executes it
        nops(1);
    }

    private void loops() {
        beginLoop("cpuid");
        load(Register.RAX, 0x4000_0001);
        zo(Form.CPUID);
        endLoop("cpuid");
        beginLoop("call");
        tell(GuestExits.EMPTY);
        endLoop("call");
        load(Register.RCX, 0x808);
        beginLoop("msr");
        zo(Form.RDMSR);
        endLoop("msr");
        tell(GuestExits.BEGIN);
    }

    private void beginLoop(String name) {
        load(Register.RDI, GuestTest.ROUNDS);
        tell(GuestExits.BEGIN);
        label(name);
    }

    private void endLoop(String name) {
        one(a -> a.m(Form.DEC, Width.DOUBLE, Register.RDI));
        bytes(0x0F, 0x85);                         // jnz
        dword(labels.getOrDefault(name, 0) - code.size() - Integer.BYTES);
    }

    private void longMode() {
        store(PAGE_TABLES, PAGE_TABLES + PAGE | PRESENT_WRITABLE);
        store(PAGE_TABLES + PAGE, PAGE_TABLES + 2 * PAGE | PRESENT_WRITABLE);
        store(PAGE_TABLES + 2 * PAGE, LARGE_PAGE);
        setControl(4, PAE);
        load(Register.RAX, PAGE_TABLES);
        one(a -> a.system(Form.MOV_TO_CR, 3, Register.RAX));
        load(Register.RCX, MSR_EFER);
        load(Register.RAX, LONG_MODE);
        load(Register.RDX, 0);
        zo(Form.WRMSR);
        setControl(0, PAGING);
        farJump(CODE_64, "long mode");
        label("long mode");
        load(Register.RAX, 0x4000_0002);
        zo(Form.CPUID);
        load(Register.RCX, MSR_GS_BASE);
        load(Register.RAX, 0x55);
        load(Register.RDX, 0x66);
        zo(Form.WRMSR);                            // no exit
        zo(Form.RDMSR);
        one(a -> a.rm(Form.MOV_MR, Width.DOUBLE, Register.RDX, Register.RBX));
        tell(GuestExits.REPORT);
        tell(GuestExits.WANT_TIMER);
        load(Register.RDI, 100_000_000);
        label("spin");
        endLoop("spin");
        one(a -> a.m(Form.LIDT, Width.DOUBLE, at(address("no table"))));
        zo(Form.UD2);
    }

    private void setControl(int number, int bit) {
        one(a -> a.system(Form.MOV_FROM_CR, number, Register.RAX));
        one(a -> a.mi(Form.OR_I, Width.DOUBLE, Register.RAX, bit));
        one(a -> a.system(Form.MOV_TO_CR, number, Register.RAX));
    }

    private void handlers() {
        label("general");
        tell(GENERAL);
        one(a -> a.mi8(Form.ADD_I8, Width.DOUBLE, Register.RSP, Integer.BYTES));
        one(a -> a.mi8(Form.ADD_I8, Width.DOUBLE, MemoryOperand.of(Register.RSP, 0), 2));
        bytes(RETURN_FROM_INTERRUPT);
        handler("interrupt", INTERRUPT);
        handler("nmi", NMI);
        label("debug");
        tell(DEBUG);
        one(a -> a.mi(Form.AND_I, Width.DOUBLE, MemoryOperand.of(Register.RSP, 2 * Integer.BYTES), ~TRAP_FLAG));
        bytes(RETURN_FROM_INTERRUPT);
    }

    private void handler(String name, int what) {
        label(name);
        tell(what);
        bytes(RETURN_FROM_INTERRUPT);
    }

    private void tables() {
        label("gdt");
        qword(0);
        qword(0x00CF_9B00_0000_FFFFL);
        qword(0x00CF_9300_0000_FFFFL);
        qword(0x00AF_9B00_0000_FFFFL);
        label("gdt pointer");
        bytes(4 * Long.BYTES - 1, 0);
        dword(address("gdt"));
        label("idt pointer");
        int limit = 0x31 * Long.BYTES - 1;
        bytes(limit & 0xff, limit >> Byte.SIZE);
        dword(IDT);
        label("no table");
        qword(0);
        qword(0);
    }

    // ---- Pieces.

    private interface Emission {
        void emit(Assembler assembler);
    }

    private void one(Emission emission) {
        Assembler assembler = new Assembler();
        emission.emit(assembler);
        code.writeBytes(assembler.finish());
    }

    private void zo(Form form) {
        one(a -> a.zo(form));
    }

    private void bytes(int... values) {
        for (int value : values) {
            code.write(value);
        }
    }

    private void dword(int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            code.write(value >> Byte.SIZE * i);
        }
    }

    private void qword(long value) {
        dword((int) value);
        dword((int) (value >>> Integer.SIZE));
    }

    private void nops(int count) {
        for (int i = 0; i < count; i++) {
            bytes(0x90);
        }
    }

    private void label(String name) {
        labels.put(name, code.size());
    }

    private int address(String label) {
        return BASE + labels.getOrDefault(label, 0);
    }

    private static MemoryOperand at(int address) {
        return new MemoryOperand(null, null, 0, address, null, false);
    }

    private void load(Register register, int value) {
        one(a -> a.moveImmediate(register, Integer.toUnsignedLong(value)));
    }

    private void store(int address, int value) {
        one(a -> a.mi(Form.MOV_I, Width.DOUBLE, at(address), value));
    }

    private void tell(int what) {
        load(Register.RAX, what);
        zo(Form.VMMCALL);
    }

    private void gate(int vector, String handler) {
        store(IDT + Long.BYTES * vector, CODE_32 << 16 | address(handler));
        store(IDT + Long.BYTES * vector + Integer.BYTES, INTERRUPT_GATE);
    }

    private void farJump(int selector, String label) {
        bytes(FAR_JUMP);
        dword(address(label));
        bytes(selector, 0);
    }
}
