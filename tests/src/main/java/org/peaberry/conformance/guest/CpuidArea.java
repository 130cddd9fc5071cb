/** CPUID: what the leaves say, and that they say it consistently. Intel SDM vol. 2A, CPUID; AMD APM vol. 3, appendix E. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.CpuidResult;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.compiler.encode.Form;
import org.peaberry.runtime.unboxed.Address;

final class CpuidArea extends Area {
    private static final int TOPOLOGY = 0xB;
    private static final int EXTENDED_STATE = 0xD;
    private static final int ADDRESS_SIZES = 0x8000_0008;
    /** "Auth", the beginning of AMD's name. */
    private static final int AMD = 0x6874_7541;
    /** Features that AMD's leaf 8000_0001 repeats from leaf 1, in EDX. */
    private static final int REPEATED = 0x0183_F3FF;
    private static final long LOW_HALF = 0xffff_ffffL;
    private static final long HIGH_HALF = 0xdead_beef_0000_0000L;
    private static final int APIC_ID_SHIFT = 24;
    private static final long APIC_ID_REGISTER = SelfInterrupt.APIC + 0x20;
    private static final long LEGACY_STATE = 512 + 64;

    private static final Trial PLAIN = Trial.completes("CPUID ends behind its two bytes", code().form(Form.CPUID));
    private static final Trial PREFIXED = Trial.completes("CPUID ends behind its prefixes", code().bytes(0x66, Op.REX_W, 0x0F, 0xA2));
    private static final FarCode OF_USER = FarCode.of(code().form(Form.CPUID));

    @Override
    String name() {
        return "cpuid";
    }

    @Override
    void run(Report report) {
        instruction(report);
        limits(report);
        identity(report);
        absent(report);
        system(report);
        extendedState(report);
    }

    private static void instruction(Report report) {
        Registers registers = new Registers().set(GeneralRegister.RAX, HIGH_HALF | 1).set(GeneralRegister.RBX, HIGH_HALF);
        registers.set(GeneralRegister.RCX, HIGH_HALF).set(GeneralRegister.RDX, HIGH_HALF).set(GeneralRegister.RSI, HIGH_HALF);
        Outcome outcome = PLAIN.run(report, registers.flags(Registers.FLAGS | Rflags.CARRY | Rflags.OVERFLOW));
        report.check("CPUID clears the upper halves of its four registers", isShort(outcome, GeneralRegister.RAX)
                && isShort(outcome, GeneralRegister.RBX) && isShort(outcome, GeneralRegister.RCX) && isShort(outcome, GeneralRegister.RDX));
        report.equal("CPUID leaves the other registers", HIGH_HALF, outcome.get(GeneralRegister.RSI));
        report.equal("CPUID leaves the flags", Registers.FLAGS | Rflags.CARRY | Rflags.OVERFLOW,
                outcome.registers().flags() & ~Rflags.RESUME);
        PREFIXED.run(report);
        UserMode.install();
        Outcome user = UserMode.run(OF_USER, new Registers());
        report.equal("user programs get the same answer", Cpuid.query(Cpuid.VENDOR, 0).ebx() & LOW_HALF, user.get(GeneralRegister.RBX));
        UserMode.remove();
    }

    private static boolean isShort(Outcome outcome, GeneralRegister register) {
        return outcome.get(register) >>> Integer.SIZE == 0;
    }

    private static void limits(Report report) {
        int last = Cpuid.query(Cpuid.VENDOR, 0).eax();
        int lastExtended = Cpuid.query(Cpuid.EXTENDED_VENDOR, 0).eax();
        report.check("the last basic leaf is at least 1", last >= 1);
        report.check("the last extended leaf is at least 8000_0008", Integer.compareUnsigned(lastExtended, ADDRESS_SIZES) >= 0);
        int vendor = Cpuid.query(Cpuid.VENDOR, 0).ebx();
        report.equal("the extended leaves have AMD's name or none", (vendor == AMD ? vendor : 0) & LOW_HALF,
                Cpuid.query(Cpuid.EXTENDED_VENDOR, 0).ebx() & LOW_HALF);
        report.check("features are the same for any subleaf", Cpuid.query(1, 0).edx() == Cpuid.query(1, 7).edx());
        int sizes = Cpuid.query(ADDRESS_SIZES, 0).eax();
        int physical = sizes & 0xff;
        report.check("physical addresses have 36 to 52 bits", physical >= 36 && physical <= 52);
        report.equal("linear addresses have 48 bits", 48, sizes >>> 8 & 0xff);
    }

    private static void identity(Report report) {
        CpuidResult features = Cpuid.query(1, 0);
        int apicId = features.ebx() >>> APIC_ID_SHIFT;
        report.equal("the APIC id is that of the local APIC", Address.of(APIC_ID_REGISTER).loadInt() >>> APIC_ID_SHIFT, apicId);
        if (Cpuid.query(Cpuid.VENDOR, 0).eax() >= TOPOLOGY && Cpuid.query(TOPOLOGY, 0).ebx() != 0) {
            report.equal("the topology leaf has the same APIC id", apicId, Cpuid.query(TOPOLOGY, 0).edx());
            report.equal("the topology leaf repeats its subleaf", 1, Cpuid.query(TOPOLOGY, 1).ecx() & 0xff);
            report.equal("the topology leaf has a thread level first", 1, Cpuid.query(TOPOLOGY, 0).ecx() >>> 8 & 0xff);
            report.equal("the topology leaf ends with level 0", 0, Cpuid.query(TOPOLOGY, 2).ecx() >>> 8 & 0xff);
        } else {
            skipTopology(report);
        }
        if (Cpuid.query(Cpuid.VENDOR, 0).ebx() == AMD) {
            report.equal("leaf 8000_0001 repeats the features of leaf 1", Cpuid.query(1, 0).edx() & REPEATED,
                    Cpuid.query(0x8000_0001, 0).edx() & REPEATED);
        } else {
            report.skip("leaf 8000_0001 repeats the features of leaf 1", "only AMD's does");
        }
    }

    private static void skipTopology(Report report) {
        String reason = "no leaf B";
        report.skip("the topology leaf has the same APIC id", reason);
        report.skip("the topology leaf repeats its subleaf", reason);
        report.skip("the topology leaf has a thread level first", reason);
        report.skip("the topology leaf ends with level 0", reason);
    }

    /** What a guest of this hypervisor must not believe that it has. */
    private static void absent(Report report) {
        report.check("a hypervisor is announced", Cpuid.has(CpuFeature.HYPERVISOR));
        report.check("VMX is not announced", !Cpuid.has(CpuFeature.VMX));
        report.check("SVM is not announced", !Cpuid.has(CpuFeature.SVM));
        report.check("MONITOR is not announced", !Cpuid.has(CpuFeature.MONITOR));
        CpuidResult beyond = Cpuid.query(0x4000_FFFF, 0);
        report.check("a leaf between the ranges is empty", (beyond.eax() | beyond.ebx() | beyond.ecx() | beyond.edx()) == 0);
    }

    /** What follows the registers of the system. */
    private static void system(Report report) {
        report.check("long mode is announced to a program in it", Cpuid.has(CpuFeature.LONG_MODE));
        report.check("NX is announced where EFER has it", Cpuid.has(CpuFeature.NX) || (Processor.readMsr(Msr.EFER) & Efer.NO_EXECUTE) == 0);
        report.check("the local APIC is announced", Cpuid.has(CpuFeature.APIC));
        if (!Cpuid.has(CpuFeature.XSAVE)) {
            report.skip("OSXSAVE follows CR4", "no XSAVE");
            return;
        }
        long cr4 = Processor.readCr4();
        Processor.writeCr4(cr4 & ~Cr4.OS_XSAVE);
        boolean isOff = !Cpuid.has(CpuFeature.OS_XSAVE);
        Processor.writeCr4(cr4 | Cr4.OS_XSAVE);
        boolean isOn = Cpuid.has(CpuFeature.OS_XSAVE);
        Processor.writeCr4(cr4);
        report.check("OSXSAVE follows CR4", isOff && isOn);
    }

    private static void extendedState(Report report) {
        if (!Cpuid.has(CpuFeature.XSAVE)) {
            report.skip("the XSAVE area in use is not larger than the largest", "no XSAVE");
            report.skip("the XSAVE area without extensions is the legacy one", "no XSAVE");
            report.skip("AVX's state is one component of 256 bytes", "no XSAVE");
            return;
        }
        long cr4 = Processor.readCr4();
        Processor.writeCr4(cr4 | Cr4.OS_XSAVE);
        Processor.writeExtendedControl(0, 1);
        CpuidResult sizes = Cpuid.query(EXTENDED_STATE, 0);
        boolean isWithin = sizes.ebx() <= sizes.ecx();
        report.check("the XSAVE area in use is not larger than the largest", isWithin);
        report.equal("the XSAVE area without extensions is the legacy one", LEGACY_STATE, Cpuid.query(EXTENDED_STATE, 0).ebx());
        if (Cpuid.has(CpuFeature.AVX)) {
            report.equal("AVX's state is one component of 256 bytes", 256, Cpuid.query(EXTENDED_STATE, 2).eax());
        } else {
            report.skip("AVX's state is one component of 256 bytes", "no AVX");
        }
        Processor.writeCr4(cr4);
    }
}
