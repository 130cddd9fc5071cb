/** The time-stamp counter: it never goes back, can be set, and is the same by every way to read it. Intel SDM vol. 3, section 17.17. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.compiler.encode.Form;

final class TimeStampArea extends Area {
    private static final int READS = 1000;
    private static final long FAR = 1L << 48;
    private static final long CLOSE = 1L << 30;
    private static final int AUXILIARY = 0x1234;
    private static final int ADJUST_BIT = 1 << 1;
    private static final String[] AUXILIARY_CHECKS = {
        "TSC_AUX can be written", "RDTSCP is between two RDTSC", "RDTSCP gives TSC_AUX", "the upper half of TSC_AUX is never set",
    };
    private static final Snippet READ_WITH_AUXILIARY = code().form(Form.RDTSCP).snippet();
    private static final FarCode USER_READ = FarCode.of(code().form(Form.RDTSC));

    @Override
    String name() {
        return "timestamp";
    }

    @Override
    void run(Report report) {
        monotonic(report);
        ways(report);
        auxiliary(report);
        setting(report);
        adjusting(report);
        privilege(report);
    }

    private static void monotonic(Report report) {
        report.equal("RDTSC never goes back", 0, backwardSteps(false));
        report.equal("nor across exits", 0, backwardSteps(true));
        long before = Processor.timeStampCounter();
        PageRegisters.INSTANCE.enter();
        Acceptance.install();
        PageRegisters.INSTANCE.write(ApicRegister.DIVIDE, 0xB);
        PageRegisters.INSTANCE.write(ApicRegister.TIMER, Acceptance.LOW);
        PageRegisters.INSTANCE.write(ApicRegister.INITIAL_COUNT, READS * READS);
        HaltArea.halt();
        PageRegisters.INSTANCE.endOfInterrupt();
        Acceptance.remove();
        report.check("it goes on while the processor is halted", Processor.timeStampCounter() - before > READS);
    }

    private static int backwardSteps(boolean withExits) {
        int steps = 0;
        long last = Processor.timeStampCounter();
        for (int i = 0; i < READS; i++) {
            if (withExits) {
                Processor.readMsr(Msr.APIC_BASE);
            }
            long now = Processor.timeStampCounter();
            steps += now <= last ? 1 : 0;
            last = now;
        }
        return steps;
    }

    private static void ways(Report report) {
        long first = Processor.timeStampCounter();
        long second = Processor.readMsr(Msr.TIME_STAMP_COUNTER);
        long third = Processor.timeStampCounter();
        report.check("RDMSR of it is between two RDTSC", second >= first && second <= third);
    }

    private static void auxiliary(Report report) {
        if (!Cpuid.has(CpuFeature.RDTSCP)) {
            report.equal("without the feature RDTSCP raises #UD", Trial.ending(ExceptionVector.INVALID_OPCODE.number(), 0, 0),
                    Trial.ending(READ_WITH_AUXILIARY.run()));
            for (String check : AUXILIARY_CHECKS) {
                report.skip(check, "the processor does not have RDTSCP");
            }
            return;
        }
        report.skip("without the feature RDTSCP raises #UD", "the processor has it");
        report.check(AUXILIARY_CHECKS[0], MsrAccess.isWritable(Msr.TSC_AUX, AUXILIARY));
        long first = Processor.timeStampCounter();
        Outcome outcome = READ_WITH_AUXILIARY.run();
        long third = Processor.timeStampCounter();
        long second = outcome.get(GeneralRegister.RDX) << Integer.SIZE | outcome.get(GeneralRegister.RAX);
        report.check(AUXILIARY_CHECKS[1], second >= first && second <= third);
        report.equal(AUXILIARY_CHECKS[2], AUXILIARY, outcome.get(GeneralRegister.RCX));
        MsrAccess.write(Msr.TSC_AUX, 1L << Integer.SIZE);
        report.equal(AUXILIARY_CHECKS[3], 0, Processor.readMsr(Msr.TSC_AUX) >>> Integer.SIZE);
    }

    private static void setting(Report report) {
        long before = Processor.timeStampCounter();
        Processor.writeMsr(Msr.TIME_STAMP_COUNTER, FAR);
        long after = Processor.timeStampCounter();
        report.check("it can be set forward", after >= FAR && after < FAR + CLOSE);
        long register = Processor.readMsr(Msr.TIME_STAMP_COUNTER);
        report.check("then RDMSR agrees", register >= after && register < FAR + CLOSE);
        report.equal("then it never goes back", 0, backwardSteps(true));
        Processor.writeMsr(Msr.TIME_STAMP_COUNTER, 0);
        report.check("it can be set to 0", Processor.timeStampCounter() < CLOSE);
        Processor.writeMsr(Msr.TIME_STAMP_COUNTER, -CLOSE);
        report.check("it can be set to a number with the highest bit", Processor.timeStampCounter() >= -CLOSE);
        Processor.writeMsr(Msr.TIME_STAMP_COUNTER, before);
        report.check("it can be set back", Processor.timeStampCounter() - before < CLOSE);
    }

    private static void adjusting(Report report) {
        boolean hasAdjust = (Cpuid.queryIfPresent(CpuFeature.Leaf.STRUCTURED_FEATURES, 0).ebx() & ADJUST_BIT) != 0;
        report.equal("TSC_ADJUST is there when CPUID says so", hasAdjust ? 1 : 0, MsrAccess.isReadable(Msr.TSC_ADJUST) ? 1 : 0);
    }

    private static void privilege(Report report) {
        UserMode.install();
        Processor.writeCr4(Processor.readCr4() | Cr4.TIME_STAMP_DISABLE);
        report.equal("CR4.TSD keeps it from user programs", Trial.ending(ExceptionVector.GENERAL_PROTECTION.number(), 0, 0),
                UserMode.ending(UserMode.run(USER_READ, new Registers())));
        long first = Processor.timeStampCounter();
        report.check("but not from the kernel", Processor.timeStampCounter() > first);
        Processor.writeCr4(Processor.readCr4() & ~Cr4.TIME_STAMP_DISABLE);
        UserMode.remove();
    }
}
