/** The CPUID leaves and the register by which Xen's guests recognise their hypervisor. Xen: public/arch-x86/cpuid.h. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.CpuidResult;
import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.compiler.encode.Form;

final class XenLeavesArea extends Area {
    private static final int FIRST = 0x4000_0000;
    private static final int VERSION = FIRST + 1;
    private static final int HYPERCALLS = FIRST + 2;
    private static final int TIME = FIRST + 3;
    private static final int FEATURES = FIRST + 4;
    /** "XenVMMXenVMM". */
    private static final int SIGNATURE_EBX = 0x566e_6558;
    private static final int SIGNATURE_ECX = 0x6558_4d4d;
    private static final int SIGNATURE_EDX = 0x4d4d_566e;
    private static final int VCPU_ID_VALID = 1 << 3;
    private static final int DOMAIN_ID_VALID = 1 << 4;
    private static final int MAJOR_SHIFT = 16;
    private static final long BEYOND_MEMORY = 1L << 45;
    private static final long LOW_HALF = 0xffff_ffffL;

    private static final Snippet WRITE_MSR = Code.code().form(Form.WRMSR).snippet();

    @Override
    String name() {
        return "xenleaves";
    }

    @Override
    void run(Report report) {
        CpuidResult first = Cpuid.query(FIRST, 0);
        report.check("the signature is Xen's", first.ebx() == SIGNATURE_EBX && first.ecx() == SIGNATURE_ECX && first.edx() == SIGNATURE_EDX);
        report.check("there are the leaves up to features", first.eax() >= FEATURES);
        report.equal("the major version is 4", 4, Cpuid.query(VERSION, 0).eax() >>> MAJOR_SHIFT);
        report.equal("there is one hypercall page", 1, Cpuid.query(HYPERCALLS, 0).eax());
        report.equal("the hypercall page's register is the usual one", FIRST, Cpuid.query(HYPERCALLS, 0).ebx());
        int features = Cpuid.query(FEATURES, 0).eax();
        report.check("the vCPU's id is told", (features & VCPU_ID_VALID) != 0);
        report.equal("the vCPU is the first", 0, Cpuid.query(FEATURES, 0).ebx());
        report.check("the domain's id is told", (features & DOMAIN_ID_VALID) != 0);
        report.equal("the domain is dom0", 0, Cpuid.query(FEATURES, 0).ecx());
        time(report);
        page(report);
    }

    private static void time(Report report) {
        int kilohertz = Cpuid.query(TIME, 0).ecx();
        report.check("the frequency of the time-stamp counter is told", kilohertz > 0);
        report.check("it is the processor's own", Cpuid.query(TIME, 2).eax() == kilohertz);
        CpuidResult scale = Cpuid.query(TIME, 1);
        long multiplier = scale.ecx() & LOW_HALF;
        int shift = (byte) scale.edx();
        report.check("a scale to nanoseconds is told", multiplier != 0 && shift > -Integer.SIZE && shift < Integer.SIZE);
        long million = 1_000_000;
        long ticks = kilohertz;
        long shifted = shift >= 0 ? ticks << shift : ticks >>> -shift;
        long nanoseconds = shifted * multiplier >>> Integer.SIZE;
        report.check("a millisecond of ticks scales to a million nanoseconds", nanoseconds > million - 1000 && nanoseconds < million + 1000);
    }

    private static void page(Report report) {
        refused(report, "a hypercall page beyond memory is refused", BEYOND_MEMORY);
        refused(report, "a second hypercall page is refused", GuestMemory.HYPERCALL_PAGE | 1);
    }

    private static void refused(Report report, String what, long value) {
        Registers registers = new Registers().set(GeneralRegister.RCX, FIRST).set(GeneralRegister.RAX, value & LOW_HALF);
        Outcome outcome = WRITE_MSR.run(registers.set(GeneralRegister.RDX, value >>> Integer.SIZE));
        report.check(what, outcome.is(ExceptionVector.GENERAL_PROTECTION));
    }
}
