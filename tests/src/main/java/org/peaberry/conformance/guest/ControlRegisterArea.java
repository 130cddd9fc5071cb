/** Control registers: what they keep and what they refuse. Intel SDM vol. 3, section 2.5, and vol. 2B, MOV to control registers. */
package org.peaberry.conformance.guest;

import static org.peaberry.arch.trap.ExceptionVector.*;
import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Register;

final class ControlRegisterArea extends Area {
    private static final long NOT_CANONICAL = 0x0123_8000_0000_1000L;
    private static final int HIGHEST_PRIORITY = 15;
    private static final int FIRST_OF_BRAND = 0x8000_0002;
    /** The beginning of "QEMU Virtual CPU". */
    private static final int QEMU = 0x554d_4551;

    private static final Snippet WRITE_CR0 = code().system(Form.MOV_TO_CR, 0, Register.RAX).snippet();
    private static final Snippet WRITE_CR3 = code().system(Form.MOV_TO_CR, 3, Register.RAX).snippet();
    private static final Snippet WRITE_CR4 = code().system(Form.MOV_TO_CR, 4, Register.RAX).snippet();
    /** mov cr8, rax and mov rcx, cr8. */
    private static final Snippet WRITE_CR8 = code().bytes(0x44, 0x0F, 0x22, 0xC0).bytes(0x44, 0x0F, 0x20, 0xC1).snippet();
    private static final Snippet LOAD_STATUS = code().bytes(Op.LMSW_AX).snippet();
    private static final Snippet STORE_STATUS = code().bytes(Op.SMSW_RAX).snippet();
    /** clts. */
    private static final Snippet CLEAR_SWITCHED = code().bytes(0x0F, 0x06).snippet();
    private static final Snippet EXTENDED = code().form(Form.XSETBV).snippet();
    private static final Snippet READ_EXTENDED = code().form(Form.XGETBV).snippet();
    /** invlpg [rax]. */
    private static final Snippet INVALIDATE = code().bytes(0x0F, 0x01, 0x38).snippet();

    @Override
    String name() {
        return "control";
    }

    @Override
    void run(Report report) {
        zero(report);
        statusWord(report);
        faultAddress(report);
        four(report);
        illegal(report);
        priority(report);
        extended(report);
        report.check("INVLPG of a non-canonical address does nothing", run(INVALIDATE, NOT_CANONICAL).completed());
    }

    private static void zero(Report report) {
        long cr0 = Processor.readCr0();
        keepsZero(report, "CR0.WP", cr0, Cr0.WRITE_PROTECT);
        keepsZero(report, "CR0.AM", cr0, Cr0.ALIGNMENT_MASK);
        keepsZero(report, "CR0.NE", cr0, Cr0.NUMERIC_ERROR);
        keepsZero(report, "CR0.MP", cr0, Cr0.MONITOR_COPROCESSOR);
        keepsZero(report, "CR0.TS", cr0, Cr0.TASK_SWITCHED);
        Processor.writeCr0(cr0 & ~Cr0.EXTENSION_TYPE);
        report.check("CR0.ET is always set", (Processor.readCr0() & Cr0.EXTENSION_TYPE) != 0);
        Processor.writeCr0(cr0);
    }

    private static void keepsZero(Report report, String what, long cr0, long bit) {
        Processor.writeCr0(cr0 | bit);
        boolean isSet = Processor.readCr0() == (cr0 | bit);
        Processor.writeCr0(cr0 & ~bit);
        boolean isClear = Processor.readCr0() == (cr0 & ~bit);
        Processor.writeCr0(cr0);
        report.check(what + " can be set and cleared", isSet && isClear);
    }

    private static void statusWord(Report report) {
        long cr0 = Processor.readCr0();
        report.equal("SMSW stores CR0", cr0, STORE_STATUS.run().get(GeneralRegister.RAX));
        run(LOAD_STATUS, Cr0.TASK_SWITCHED);
        report.equal("LMSW sets TS, and does not end protected mode", cr0 & ~Cr0.MONITOR_COPROCESSOR | Cr0.TASK_SWITCHED, Processor.readCr0());
        CLEAR_SWITCHED.run();
        report.equal("CLTS clears TS alone", cr0 & ~Cr0.MONITOR_COPROCESSOR, Processor.readCr0());
        Processor.writeCr0(cr0);
    }

    private static void faultAddress(Report report) {
        Processor.writeCr2(NOT_CANONICAL);
        report.equal("CR2 keeps any value", NOT_CANONICAL, Processor.readCr2());
    }

    private static void four(Report report) {
        long cr4 = Processor.readCr4();
        keepsFour(report, "CR4.PGE", cr4, Cr4.GLOBAL_PAGES);
        keepsFour(report, "CR4.DE", cr4, Cr4.DEBUGGING_EXTENSIONS);
        keepsFour(report, "CR4.TSD", cr4, Cr4.TIME_STAMP_DISABLE);
        keepsFour(report, "CR4.OSFXSR", cr4, Cr4.OS_FXSAVE);
        keepsFour(report, "CR4.OSXMMEXCPT", cr4, Cr4.OS_SIMD_EXCEPTIONS);
    }

    private static void keepsFour(Report report, String what, long cr4, long bit) {
        Processor.writeCr4(cr4 | bit);
        boolean isSet = Processor.readCr4() == (cr4 | bit);
        Processor.writeCr4(cr4 & ~bit);
        boolean isClear = Processor.readCr4() == (cr4 & ~bit);
        Processor.writeCr4(cr4);
        report.check(what + " can be set and cleared", isSet && isClear);
    }

    private static void priority(Report report) {
        Outcome highest = run(WRITE_CR8, HIGHEST_PRIORITY);
        report.equal("CR8 keeps the highest priority", HIGHEST_PRIORITY, highest.get(GeneralRegister.RCX));
        run(WRITE_CR8, 0);
        refuses(report, "CR8 beyond the highest priority", WRITE_CR8, HIGHEST_PRIORITY + 1);
    }

    /** What would be an illegal state. An emulator that takes it does not go on with it. */
    private static void illegal(Report report) {
        long cr0 = Processor.readCr0();
        illegal(report, "CR0 with NW and without CD", WRITE_CR0, cr0 & ~Cr0.CACHE_DISABLE | Cr0.NOT_WRITE_THROUGH);
        illegal(report, "CR0 with bit 32", WRITE_CR0, cr0 | 1L << 32);
        illegal(report, "CR0 with bit 63", WRITE_CR0, cr0 | 1L << 63);
        illegal(report, "CR3 beyond physical addresses", WRITE_CR3, Processor.readCr3() | 1L << 52);
        long cr4 = Processor.readCr4();
        illegal(report, "CR4 without PAE in long mode", WRITE_CR4, cr4 & ~Cr4.PHYSICAL_ADDRESS_EXTENSION);
        illegal(report, "CR4 with VMX", WRITE_CR4, cr4 | Cr4.VMX);
        illegal(report, "CR4 with SMX", WRITE_CR4, cr4 | Cr4.SMX);
        illegal(report, "CR4 with five levels in long mode", WRITE_CR4, cr4 ^ Cr4.FIVE_LEVEL_PAGING);
        illegal(report, "CR4 with bit 15", WRITE_CR4, cr4 | 1L << 15);
        illegal(report, "CR4 with bit 31", WRITE_CR4, cr4 | 1L << 31);
        illegal(report, "CR4 with bit 63", WRITE_CR4, cr4 | 1L << 63);
    }

    private static void illegal(Report report, String what, Snippet write, long value) {
        if (Cpuid.query(FIRST_OF_BRAND, 0).eax() == QEMU) {
            report.skip("writing " + what + " raises #GP", "QEMU takes it, and the next entry into the guest fails");
        } else {
            refuses(report, what, write, value);
        }
    }

    /** Intel SDM vol. 2D, XSETBV. */
    private static void extended(Report report) {
        if (!Cpuid.has(CpuFeature.XSAVE)) {
            skipExtended(report);
            return;
        }
        long cr4 = Processor.readCr4();
        Processor.writeCr4(cr4 & ~Cr4.OS_XSAVE);
        report.check("XSETBV without CR4.OSXSAVE raises #UD", run(EXTENDED, 1).is(INVALID_OPCODE));
        report.check("XGETBV without CR4.OSXSAVE raises #UD", READ_EXTENDED.run().is(INVALID_OPCODE));
        Processor.writeCr4(cr4 | Cr4.OS_XSAVE);
        refuses(report, "XCR0 without x87", EXTENDED, 2);
        refuses(report, "XCR0 with AVX and without SSE", EXTENDED, 5);
        refuses(report, "XCR0 with bit 62", EXTENDED, 1, 1 << 30);
        report.check("XCR0 keeps x87 and SSE", run(EXTENDED, 3).completed() && READ_EXTENDED.run().get(GeneralRegister.RAX) == 3);
        Processor.writeExtendedControl(0, 1);
        Processor.writeCr4(cr4);
    }

    private static void skipExtended(Report report) {
        String reason = "no XSAVE";
        report.skip("XSETBV without CR4.OSXSAVE raises #UD", reason);
        report.skip("XGETBV without CR4.OSXSAVE raises #UD", reason);
        report.skip("writing XCR0 without x87 raises #GP", reason);
        report.skip("writing XCR0 with AVX and without SSE raises #GP", reason);
        report.skip("writing XCR0 with bit 62 raises #GP", reason);
        report.skip("XCR0 keeps x87 and SSE", reason);
    }

    private static void refuses(Report report, String what, Snippet write, long value) {
        refuses(report, what, write, value, 0);
    }

    private static void refuses(Report report, String what, Snippet write, long value, long upper) {
        Outcome outcome = write.run(new Registers().set(GeneralRegister.RAX, value).set(GeneralRegister.RDX, upper));
        report.equal("writing " + what + " raises #GP", Trial.ending(GENERAL_PROTECTION.number(), 0, 0), Trial.ending(outcome));
    }

    private static Outcome run(Snippet snippet, long value) {
        return snippet.run(new Registers().set(GeneralRegister.RAX, value));
    }
}
