/** Model-specific registers: which there are, what they refuse, what they keep. Intel SDM vol. 4; AMD APM vol. 2, appendix A. */
package org.peaberry.conformance.guest;

import static org.peaberry.arch.trap.ExceptionVector.GENERAL_PROTECTION;
import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.compiler.encode.Form;

final class MsrArea extends Area {
    private static final long LOW_HALF = 0xffff_ffffL;
    private static final long CANONICAL = 0xffff_8123_4567_8000L;
    private static final long NOT_CANONICAL = 0x0123_8000_0000_1000L;
    private static final long ENABLED = 1 << 11;
    private static final long X2APIC_ENABLED = 1 << 10;
    /** Write-back, write-through, uncached-, uncached, twice. */
    private static final long RESET_ATTRIBUTES = 0x0007_0406_0007_0406L;
    private static final long BAD_ATTRIBUTES = 0x0007_0406_0007_0402L;
    private static final long HIGH_BIT_OF_ATTRIBUTE = 0x0007_0406_0007_0486L;

    private static final Snippet READ = code().form(Form.RDMSR).snippet();
    private static final Snippet WRITE = code().form(Form.WRMSR).snippet();

    @Override
    String name() {
        return "msr";
    }

    @Override
    void run(Report report) {
        unknown(report);
        virtualization(report);
        addresses(report);
        efer(report);
        attributes(report);
        apicBase(report);
        timeStamp(report);
    }

    private static void unknown(Report report) {
        absent(report, "a register below the ranges", 0x0000_1FFF);
        absent(report, "a register between the ranges", 0x8000_0000);
        absent(report, "a register above the ranges", 0xDEAD_BEEF);
        absent(report, "a register of AMD's range that is none", 0xC001_1FFF);
        absent(report, "the last register", 0xFFFF_FFFF);
        absent(report, "an x2APIC register in xAPIC mode", Msr.X2APIC_BASE + 2);
        absent(report, "the last x2APIC register in xAPIC mode", Msr.X2APIC_BASE + 0xFF);
    }

    private static void virtualization(Report report) {
        absent(report, "VMX's basic information", Msr.VMX_BASIC);
        absent(report, "VMX's processor controls", Msr.VMX_TRUE_PROCESSOR_CONTROLS);
        absent(report, "VMX's feature control", Msr.FEATURE_CONTROL);
        absent(report, "SVM's host save area", Msr.VM_HOST_SAVE_AREA);
        absent(report, "the adjustment of the time-stamp counter", Msr.TSC_ADJUST);
        absent(report, "speculation control", Msr.SPECULATION_CONTROL);
        refuses(report, "the microcode's update", Msr.MICROCODE_UPDATE, 0);
    }

    private static void addresses(Report report) {
        address(report, "FS's base", Msr.FS_BASE);
        address(report, "the kernel's GS base", Msr.KERNEL_GS_BASE);
        address(report, "LSTAR", Msr.LSTAR);
        address(report, "CSTAR", Msr.CSTAR);
        keeps(report, "SYSENTER's stack", Msr.SYSENTER_ESP, 0x1234_5678);
        keeps(report, "SYSENTER's entry", Msr.SYSENTER_EIP, 0x1234_5678);
        keeps(report, "SYSENTER's segment", Msr.SYSENTER_CS, 0x1234);
        keeps(report, "STAR", Msr.STAR, 0x0123_4567_89AB_CDEFL);
        keeps(report, "the system call's mask", Msr.SYSTEM_CALL_MASK, 0x47700);
        Outcome outcome = READ.run(new Registers().set(GeneralRegister.RCX, 0xdead_beef_0000_0000L | Msr.STAR).set(GeneralRegister.RDX, -1)
                .set(GeneralRegister.RAX, -1));
        report.check("RDMSR uses ECX and clears the upper halves", outcome.completed() && outcome.get(GeneralRegister.RAX) >>> Integer.SIZE == 0
                && outcome.get(GeneralRegister.RDX) >>> Integer.SIZE == 0);
    }

    private static void address(Report report, String what, int index) {
        keeps(report, what, index, CANONICAL);
        refuses(report, what + " with a non-canonical address", index, NOT_CANONICAL);
    }

    private static void efer(Report report) {
        long efer = Processor.readMsr(Msr.EFER);
        report.equal("EFER shows long mode", Efer.LONG_MODE_ENABLE | Efer.LONG_MODE_ACTIVE, efer & (Efer.LONG_MODE_ENABLE | Efer.LONG_MODE_ACTIVE));
        refuses(report, "EFER without long mode under paging", Msr.EFER, efer & ~Efer.LONG_MODE_ENABLE);
        refuses(report, "EFER with SVM", Msr.EFER, efer | Efer.SVM);
        refuses(report, "EFER with bit 1", Msr.EFER, efer | 1L << 1);
        refuses(report, "EFER with bit 9", Msr.EFER, efer | 1L << 9);
        refuses(report, "EFER with bit 63", Msr.EFER, efer | 1L << 63);
        keeps(report, "EFER with system calls", Msr.EFER, efer | Efer.SYSTEM_CALL);
        keeps(report, "EFER without system calls", Msr.EFER, efer & ~Efer.SYSTEM_CALL);
        if (Cpuid.has(CpuFeature.NX)) {
            keeps(report, "EFER without NX", Msr.EFER, efer & ~Efer.NO_EXECUTE);
            keeps(report, "EFER with NX", Msr.EFER, efer | Efer.NO_EXECUTE);
        } else {
            report.skip("EFER without NX keeps its value", "no NX");
            report.skip("EFER with NX keeps its value", "no NX");
        }
        Processor.writeMsr(Msr.EFER, efer);
    }

    private static void attributes(Report report) {
        report.equal("the page attributes are those after reset", RESET_ATTRIBUTES, Processor.readMsr(Msr.PAGE_ATTRIBUTE_TABLE));
        refuses(report, "the page attributes with type 2", Msr.PAGE_ATTRIBUTE_TABLE, BAD_ATTRIBUTES);
        refuses(report, "the page attributes with a reserved bit", Msr.PAGE_ATTRIBUTE_TABLE, HIGH_BIT_OF_ATTRIBUTE);
        keeps(report, "the page attributes", Msr.PAGE_ATTRIBUTE_TABLE, 0x0407_0506_0007_0106L);
        Processor.writeMsr(Msr.PAGE_ATTRIBUTE_TABLE, RESET_ATTRIBUTES);
    }

    private static void apicBase(Report report) {
        long base = Processor.readMsr(Msr.APIC_BASE);
        report.equal("the local APIC is where it is after reset", SelfInterrupt.APIC, base & ~0xFFFL);
        report.check("this is the boot processor", (base & 1 << 8) != 0);
        refuses(report, "the local APIC's base with a reserved bit", Msr.APIC_BASE, base | 1);
        refuses(report, "the local APIC's base beyond physical addresses", Msr.APIC_BASE, base | 1L << 60);
        refuses(report, "x2APIC without the local APIC", Msr.APIC_BASE, base & ~ENABLED | X2APIC_ENABLED);
        keeps(report, "the local APIC's base", Msr.APIC_BASE, base);
    }

    private static void timeStamp(Report report) {
        long before = Processor.timeStampCounter();
        long between = Processor.readMsr(Msr.TIME_STAMP_COUNTER);
        long after = Processor.timeStampCounter();
        report.check("the register and RDTSC are the same counter", before <= between && between <= after);
        long forward = after + (1L << 40);
        Processor.writeMsr(Msr.TIME_STAMP_COUNTER, forward);
        long set = Processor.timeStampCounter();
        report.check("the counter goes on from what is written", set >= forward && set < forward + (1L << 36));
        Processor.writeMsr(Msr.TIME_STAMP_COUNTER, set - (1L << 40));
        report.check("and goes back as well", Processor.timeStampCounter() < forward);
    }

    private static void absent(Report report, String what, int index) {
        Outcome outcome = READ.run(new Registers().set(GeneralRegister.RCX, index & LOW_HALF));
        report.equal("reading " + what + " raises #GP", Trial.ending(GENERAL_PROTECTION.number(), 0, 0), Trial.ending(outcome));
        refuses(report, what, index, 0);
    }

    private static void refuses(Report report, String what, int index, long value) {
        report.equal("writing " + what + " raises #GP", Trial.ending(GENERAL_PROTECTION.number(), 0, 0), Trial.ending(write(index, value)));
    }

    private static void keeps(Report report, String what, int index, long value) {
        long before = Processor.readMsr(index);
        boolean isAllowed = write(index, value).completed();
        long now = Processor.readMsr(index);
        Processor.writeMsr(index, before);
        report.equal(what + " keeps its value", value, isAllowed ? now : ~value);
    }

    private static Outcome write(int index, long value) {
        Registers registers = new Registers().set(GeneralRegister.RCX, index & LOW_HALF).set(GeneralRegister.RAX, value & LOW_HALF);
        return WRITE.run(registers.set(GeneralRegister.RDX, value >>> Integer.SIZE));
    }
}
