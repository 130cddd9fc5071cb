/** XCR0, XSAVE and the vector registers: who may change them, and that no exit does. Intel SDM vol. 1, chapter 13. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.compiler.encode.Form;
import org.peaberry.runtime.unboxed.Address;

final class ExtendedStateArea extends Area {
    private static final long X87 = 1;
    private static final long SSE = 1 << 1;
    private static final long AVX = 1 << 2;
    private static final int LEAF = 0xD;
    private static final int LEGACY_SIZE = 576;
    private static final Snippet GET = code().form(Form.XGETBV).snippet();
    private static final Snippet SET = code().form(Form.XSETBV).snippet();
    private static final FarCode USER_SET = FarCode.of(code().form(Form.XSETBV));
    private static final Snippet SAVE_ALONE = code().bytes(VectorContents.SAVE).snippet();
    private static final Snippet RESTORE_ALONE = code().bytes(VectorContents.RESTORE).snippet();

    @Override
    String name() {
        return "extendedstate";
    }

    @Override
    void run(Report report) {
        if (!Cpuid.has(CpuFeature.XSAVE)) {
            report.equal("without the feature XGETBV raises #UD", undefined(), Trial.ending(GET.run()));
            report.equal("without the feature XSETBV raises #UD", undefined(), Trial.ending(SET.run()));
            for (String check : ExtendedStateChecks.ALL) {
                report.skip(check, "the processor does not have XSAVE");
            }
            return;
        }
        report.skip("without the feature XGETBV raises #UD", "the processor has it");
        report.skip("without the feature XSETBV raises #UD", "the processor has it");
        Processor.writeCr4(Processor.readCr4() & ~Cr4.OS_XSAVE);
        report.equal("without CR4.OSXSAVE XGETBV raises #UD", undefined(), Trial.ending(GET.run()));
        report.equal("without CR4.OSXSAVE XSETBV raises #UD", undefined(), Trial.ending(SET.run()));
        report.check("without CR4.OSXSAVE CPUID does not say so", !osXsave());
        Processor.writeCr4(Processor.readCr4() | Cr4.OS_XSAVE | Cr4.OS_FXSAVE | Cr4.OS_SIMD_EXCEPTIONS);
        report.check("with CR4.OSXSAVE CPUID says so", osXsave());
        control(report);
        privilege(report);
        areas(report);
        set(0, supported() & VectorContents.COMPONENTS);
        new VectorContents(report, supported() & VectorContents.COMPONENTS).run();
        faults(report);
        set(0, X87);
        Processor.writeCr4(Processor.readCr4() & ~Cr4.OS_XSAVE);
    }

    private static void control(Report report) {
        report.equal("XCR0 is of x87 alone at first", X87, get());
        refused(report, "XCR0 of nothing", 0, 0);
        refused(report, "XCR0 without x87", 0, SSE);
        refused(report, "XCR0 of AVX without SSE", 0, X87 | AVX);
        refused(report, "XCR0 with a bit that no processor has", 0, X87 | 1L << 62);
        refused(report, "extended control register 1", 1, X87);
        refused(report, "extended control register -1", -1, X87);
        report.check("XCR0 of x87 and SSE is taken", set(0, X87 | SSE).completed());
        report.equal("and reads back", X87 | SSE, get());
        report.check("XCR0 of all that CPUID has is taken", set(0, supported()).completed());
        report.equal("and reads back, too", supported(), get());
        report.check("XGETBV of another register is refused", GET.run(new Registers().set(GeneralRegister.RCX, 2)).is(ExceptionVector.GENERAL_PROTECTION));
    }

    private static void privilege(Report report) {
        UserMode.install();
        report.equal("a user program may not write XCR0", Trial.ending(ExceptionVector.GENERAL_PROTECTION.number(), 0, 0),
                UserMode.ending(UserMode.run(USER_SET, new Registers().set(GeneralRegister.RAX, X87))));
        UserMode.remove();
    }

    private static void areas(Report report) {
        set(0, X87 | SSE);
        report.equal("CPUID's size is that of x87 and SSE", LEGACY_SIZE, Cpuid.query(LEAF, 0).ebx());
        if ((supported() & AVX) == 0) {
            report.skip("CPUID's size is that of AVX", "the processor does not have it");
            return;
        }
        set(0, X87 | SSE | AVX);
        report.equal("CPUID's size is that of AVX", Cpuid.query(LEAF, 2).eax() + Cpuid.query(LEAF, 2).ebx(), Cpuid.query(LEAF, 0).ebx());
    }

    private static void faults(Report report) {
        Registers all = images().set(GeneralRegister.RAX, X87 | SSE);
        protection(report, "XSAVE to an address that is not aligned", SAVE_ALONE.run(images().set(GeneralRegister.RDI, VectorContents.SAVED + 8).set(GeneralRegister.RAX, X87)));
        Address.of(VectorContents.IMAGE).store((long) VectorContents.HEADER, 1L << 62);
        protection(report, "XRSTOR of a component that is not on", RESTORE_ALONE.run(all));
        Address.of(VectorContents.IMAGE).store((long) VectorContents.HEADER, X87 | SSE);
        Address.of(VectorContents.IMAGE).store((long) VectorContents.HEADER + 16, 1L);
        protection(report, "XRSTOR of a header with reserved bytes", RESTORE_ALONE.run(all));
        Address.of(VectorContents.IMAGE).store((long) VectorContents.HEADER + 16, 0L);
        Address.of(VectorContents.IMAGE).store((long) VectorContents.MXCSR, -1);
        protection(report, "XRSTOR of an MXCSR with reserved bits", RESTORE_ALONE.run(all));
        Address.of(VectorContents.IMAGE).store((long) VectorContents.MXCSR, VectorContents.MXCSR_VALUE);
        Processor.writeCr0(Processor.readCr0() | Cr0.TASK_SWITCHED);
        report.equal("XSAVE with CR0.TS raises #NM", Trial.ending(ExceptionVector.DEVICE_NOT_AVAILABLE.number(), 0, 0), Trial.ending(SAVE_ALONE.run(all)));
        Processor.clearTaskSwitched();
    }

    private static void protection(Report report, String what, Outcome outcome) {
        report.equal(what + " raises #GP", Trial.ending(ExceptionVector.GENERAL_PROTECTION.number(), 0, 0), Trial.ending(outcome));
    }

    private static Registers images() {
        return new Registers().set(GeneralRegister.RDI, VectorContents.SAVED).set(GeneralRegister.RSI, VectorContents.IMAGE);
    }

    private static void refused(Report report, String what, int register, long value) {
        report.equal(what + " is refused", Trial.ending(ExceptionVector.GENERAL_PROTECTION.number(), 0, 0), Trial.ending(set(register, value)));
    }

    private static Outcome set(int register, long value) {
        return SET.run(new Registers().set(GeneralRegister.RCX, register).set(GeneralRegister.RAX, value & 0xffff_ffffL)
                .set(GeneralRegister.RDX, value >>> Integer.SIZE));
    }

    private static long get() {
        Outcome outcome = GET.run();
        return outcome.get(GeneralRegister.RDX) << Integer.SIZE | outcome.get(GeneralRegister.RAX);
    }

    private static long supported() {
        return (long) Cpuid.query(LEAF, 0).edx() << Integer.SIZE | Integer.toUnsignedLong(Cpuid.query(LEAF, 0).eax());
    }

    private static boolean osXsave() {
        return CpuFeature.OS_XSAVE.isIn(Cpuid.query(CpuFeature.Leaf.FEATURES, 0));
    }

    private static long undefined() {
        return Trial.ending(ExceptionVector.INVALID_OPCODE.number(), 0, 0);
    }
}
