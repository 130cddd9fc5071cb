/** The processor's modes: out of 64-bit mode through all the others and back, with exceptions and exits in each. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.compiler.encode.Register;
import org.peaberry.conformance.guest.ModeCode.Result;
import org.peaberry.runtime.unboxed.Address;

final class ModeArea extends Area {
    private static final Code CODE = ModeCode.assemble();
    private static final FarCode WAY = FarCode.of(CODE);
    private static final int UNDEFINED_32 = CODE.offsetOf("undefined 32");
    private static final int ERROR_32 = CODE.offsetOf("error 32");
    private static final int UNDEFINED_REAL = CODE.offsetOf("undefined real");
    private static final int DIVISION_REAL = CODE.offsetOf("division real");
    private static final int LIMIT_REAL = CODE.offsetOf("limit real");
    private static final int INTERRUPT_REAL = CODE.offsetOf("interrupt real");
    private static final Snippet ENTER = code().push(Register.RAX).push(Register.RBX).bytes(Op.RETFQ).snippet();

    private static final int OPERAND = 0x1357_9BDF;
    private static final int LONG_MODE = (int) (Efer.LONG_MODE_ENABLE | Efer.LONG_MODE_ACTIVE);
    private static final int UNDEFINED = ExceptionVector.INVALID_OPCODE.number();
    private static final int PROTECTION = ExceptionVector.GENERAL_PROTECTION.number();
    private static final int INTERRUPT = 0x40;
    private static final long DEVICE_REGISTER = SelfInterrupt.APIC + 0x30;
    private static final int WRITE_OF_ABSENT_PAGE = 2;

    @Override
    String name() {
        return "modes";
    }

    @Override
    void run(Report report) {
        Segments.install();
        ModeMemory.prepare();
        handlers();
        Address.of(TestMemory.OPERAND).store(OPERAND);
        WAY.putAt(ModeMemory.LOW);
        Outcome outcome = ENTER.run(new Registers().set(GeneralRegister.RAX, Segments.CODE_32).set(GeneralRegister.RBX, ModeMemory.LOW));
        Segments.remove();
        report.check("the way leads back to 64-bit mode", outcome.completed());
        longMode(report);
        flat(report);
        paged(report, "32-bit paging", Result.PAGED);
        paged(report, "PAE paging", Result.PAE);
        sixteenBit(report);
        real(report);
    }

    private static void handlers() {
        ModeMemory.vector32(UNDEFINED, UNDEFINED_32);
        ModeMemory.vector32(PROTECTION, ERROR_32);
        ModeMemory.vector32(ExceptionVector.PAGE_FAULT.number(), ERROR_32);
        ModeMemory.realVector(UNDEFINED, UNDEFINED_REAL);
        ModeMemory.realVector(0, DIVISION_REAL);
        ModeMemory.realVector(PROTECTION, LIMIT_REAL);
        ModeMemory.realVector(INTERRUPT, INTERRUPT_REAL);
    }

    private static void longMode(Report report) {
        report.equal("EFER says long mode in compatibility mode", LONG_MODE, ModeMemory.result(Result.EFER) & LONG_MODE);
        report.equal("compatibility mode decodes 48 as DEC", 0x1233, ModeMemory.result(Result.COMPATIBILITY));
        report.equal("EFER says long mode again at the end", LONG_MODE, ModeMemory.result(Result.LAST_EFER) & LONG_MODE);
    }

    private static void flat(Report report) {
        report.equal("without paging EFER says no long mode", 0, ModeMemory.result(Result.FLAT_EFER) & LONG_MODE);
        report.equal("without paging UD2 arrives", UNDEFINED, ModeMemory.result(Result.FLAT_UNDEFINED));
        report.equal("without paging CPUID answers", Cpuid.query(Cpuid.VENDOR, 0).ebx(), ModeMemory.result(Result.FLAT_VENDOR));
        report.equal("without paging devices are read", device(), ModeMemory.result(Result.FLAT_DEVICE));
    }

    private static void paged(Report report, String mode, int results) {
        report.equal(mode + " translates", 0x5555, ModeMemory.result(results + Result.ALIAS));
        report.equal(mode + " lets UD2 arrive", UNDEFINED, ModeMemory.result(results + Result.UNDEFINED));
        report.equal(mode + " faults with an error code", Result.CAME | WRITE_OF_ABSENT_PAGE, ModeMemory.result(results + Result.ERROR));
        report.equal(mode + " faults with the address", (int) ModeMemory.HOLE + 0x10, ModeMemory.result(results + Result.ADDRESS));
        report.equal(mode + " reads devices", device(), ModeMemory.result(results + Result.DEVICE));
    }

    private static void sixteenBit(Report report) {
        report.equal("16-bit code has 16-bit operands and its segment's base", 0x4322, ModeMemory.result(Result.SIXTEEN) & 0xffff);
        report.equal("beyond a segment's limit there is #GP", Result.CAME, ModeMemory.result(Result.SIXTEEN_ERROR));
    }

    private static void real(Report report) {
        real(report, "real mode lets UD2 arrive before it", Result.REAL_UNDEFINED, UNDEFINED, 2);
        real(report, "real mode lets a division error arrive before it", Result.REAL_DIVISION, 0, 2);
        real(report, "real mode lets #GP arrive without an error code", Result.REAL_LIMIT, PROTECTION, 3);
        real(report, "real mode lets INT arrive behind it", Result.REAL_INTERRUPT, INTERRUPT, 0);
        report.equal("real mode returns from a far procedure", 0x7777, ModeMemory.result(Result.REAL_CALL) & 0xffff);
        report.equal("real mode reads EFER", 0, ModeMemory.result(Result.REAL_EFER) & LONG_MODE);
        report.equal("real mode lets CPUID answer", Cpuid.query(Cpuid.VENDOR, 0).ebx(), ModeMemory.result(Result.REAL_VENDOR));
        report.equal("real mode keeps a large segment's limit", OPERAND, ModeMemory.result(Result.REAL_FAR));
        report.equal("real mode reads devices through it", device(), ModeMemory.result(Result.REAL_DEVICE));
    }

    /** The distance is how far the handler's return address was before the next instruction. */
    private static void real(Report report, String what, int result, int vector, int distance) {
        report.equal(what, vector << Byte.SIZE | distance, ModeMemory.result(result) & 0xffff);
    }

    private static int device() {
        return Address.of(DEVICE_REGISTER).loadInt();
    }
}
