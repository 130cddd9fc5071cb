/** Compatibility mode: 32-bit code under a 64-bit system, its own exceptions and segments. Intel SDM vol. 3, section 5.2.1 and 6.15. */
package org.peaberry.conformance.guest;

import static org.peaberry.arch.trap.ExceptionVector.*;
import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.cpu.Selector;
import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.runtime.unboxed.Address;

final class CompatibilityArea extends Area {
    private static final long PLACE = ModeMemory.LOW;
    private static final long STACK = ModeMemory.LOW + ModeMemory.STACK;
    /** Two numbers for BOUND. */
    private static final long BOUNDS = TestMemory.OPERAND;
    private static final int DEVICE_REGISTER = 0xFEE0_0030;

    /** A row: what is to happen when code runs with 32-bit operands. */
    private static final class Row {
        private final String what;
        private final FarCode code;
        private final long expected;

        private Row(String what, ExceptionVector vector, long errorCode, Code code) {
            this.what = what;
            this.code = FarCode.of(code);
            this.expected = Trial.ending(vector.number(), code.markOffset(), errorCode);
        }
    }

    private static final Row[] ROWS = {
        new Row("AAM by zero raises #DE", DIVIDE_ERROR, 0, code().nops(1).mark().bytes(0xD4, 0)),
        new Row("BOUND beyond the bounds raises #BR", BOUND_RANGE, 0, code().bytes(0xB8).dword(9).mark().bytes(0x62, 0x05).dword(BOUNDS)),
        new Row("BOUND within the bounds runs", BREAKPOINT, 0, code().bytes(0xB8).dword(5).bytes(0x62, 0x05).dword(BOUNDS).bytes(0xCC).mark()),
        new Row("INTO with OF raises #OF behind it", OVERFLOW, 0, code().bytes(0xB0, 0x7F, 0xFE, 0xC0).bytes(0xCE).mark()),
        new Row("INTO without OF runs", BREAKPOINT, 0, code().bytes(0x31, 0xC0).bytes(0xCE).bytes(0xCC).mark()),
        new Row("PUSHA and POPA run", BREAKPOINT, 0, code().bytes(0x60, 0x61, 0xCC).mark()),
        new Row("CPUID runs", BREAKPOINT, 0, code().bytes(0x0F, 0xA2, 0xCC).mark()),
        new Row("OUT runs", BREAKPOINT, 0, code().bytes(0xE6, 0x80, 0xCC).mark()),
        new Row("a device is read", BREAKPOINT, 0, code().bytes(0xA1).dword(DEVICE_REGISTER).bytes(0xCC).mark()),
        new Row("a null segment raises #GP", GENERAL_PROTECTION, 0,
                code().bytes(0x31, 0xC0).bytes(0x8E, 0xC0).mark().bytes(0x26, 0x8B, 0x05).dword(BOUNDS)),
        new Row("beyond the limit of ES there is #GP", GENERAL_PROTECTION, 0,
                code().bytes(0xB8).dword(Segments.SMALL_DATA).bytes(0x8E, 0xC0).mark().bytes(0x26, 0x8B, 0x05).dword(0x1000)),
        new Row("beyond the limit of SS there is #SS", STACK_FAULT, 0,
                code().bytes(0xB8).dword(Segments.SMALL_DATA).bytes(0x8E, 0xD0).mark().bytes(0x36, 0x8B, 0x05).dword(0x1000)),
        new Row("a write to a read-only segment raises #GP", GENERAL_PROTECTION, 0,
                code().bytes(0xB8).dword(Segments.READ_ONLY).bytes(0x8E, 0xC0).mark().bytes(0x26, 0x89, 0x05).dword(BOUNDS)),
        new Row("a write to the code segment raises #GP", GENERAL_PROTECTION, 0, code().nops(1).mark().bytes(0x2E, 0x89, 0x05).dword(BOUNDS)),
        new Row("a far jump to an absent segment raises #NP", SEGMENT_NOT_PRESENT, Segments.ABSENT_CODE,
                code().nops(1).mark().bytes(0xEA).dword(0).word(Segments.ABSENT_CODE)),
        new Row("a far jump to data raises #GP", GENERAL_PROTECTION, Selector.DATA, code().nops(1).mark().bytes(0xEA).dword(0).word(Selector.DATA)),
    };

    /** The way back from a user program leaves DS null. */
    private static final Snippet LOAD_DATA = code().bytes(Op.MOV_DS_EAX).snippet();
    private static final FarCode WRAPPED = FarCode.of(code().bytes(0xB8).dword(-1).bytes(0x40).bytes(0x0F, 0xA2));
    private static final FarCode STEPPED = FarCode.of(code().bytes(0x0F, 0xA2).nops(2));
    private static final FarCode OF_USER = FarCode.of(code().nops(1).bytes(0xF4));

    @Override
    String name() {
        return "compatibility";
    }

    @Override
    void run(Report report) {
        UserMode.install();
        LOAD_DATA.run(new Registers().set(GeneralRegister.RAX, Selector.DATA));
        Address.of(BOUNDS).store(1);
        Address.of(BOUNDS + Integer.BYTES).store(7);
        for (Row row : ROWS) {
            report.equal(row.what, row.expected, ending(run(row.code, Segments.CODE_32, Selector.DATA, Registers.FLAGS)));
        }
        Outcome wrapped = run(WRAPPED, Segments.CODE_32, Selector.DATA, Registers.FLAGS);
        report.check("32-bit operands wrap", wrapped.completed() && wrapped.get(GeneralRegister.RAX) != 0);
        Outcome stepped = run(STEPPED, Segments.CODE_32, Selector.DATA, Registers.FLAGS | Rflags.TRAP);
        report.equal("a single step ends behind CPUID", Trial.ending(DEBUG.number(), 2, 0), ending(stepped));
        report.equal("the saved code segment is that of compatibility mode", Segments.CODE_32, stepped.codeSelector());
        Outcome user = run(OF_USER, Segments.USER_CODE_32 | Segments.USER, Segments.USER_DATA | Segments.USER, Registers.FLAGS);
        report.check("a user program has no right to the kernel's page", user.is(PAGE_FAULT));
        UserMode.remove();
    }

    private static Outcome run(FarCode code, int codeSelector, int stackSelector, long flags) {
        Registers registers = new Registers().stackPointer(STACK).flags(flags);
        return code.run(PLACE, codeSelector, stackSelector, registers);
    }

    private static long ending(Outcome outcome) {
        return Trial.ending(outcome.vector(), FarCode.offsetFrom(PLACE, outcome), outcome.errorCode());
    }
}
