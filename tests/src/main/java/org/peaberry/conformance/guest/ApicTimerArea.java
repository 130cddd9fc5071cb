/** The local APIC's timer in both of the APIC's modes: once, periodically, at a deadline. Intel SDM vol. 3, section 10.5.4. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.Acceptance.*;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;

final class ApicTimerArea extends Area {
    private static final int COUNT = 100_000;
    private static final int LARGEST = -1;
    private static final int DIVIDE_BY_ONE = 0xB;
    /** Encodings of 1, 2, 4, 8, 16, 32, 64 and 128. */
    private static final int[] DIVISIONS = {0xB, 0, 1, 2, 3, 8, 9, 0xA};
    private static final long MEASURED_TICKS = 4_000_000;
    private static final int ILLEGAL_VECTOR = 15;
    private static final int PERIODS = 3;

    @Override
    String name() {
        return "apictimer";
    }

    @Override
    void run(Report report) {
        Acceptance.install();
        inMode(report, PageRegisters.INSTANCE);
        if (Cpuid.has(CpuFeature.X2APIC)) {
            inMode(report, MsrRegisters.INSTANCE);
        } else {
            report.skip("x2APIC", "the processor does not have it");
        }
        ApicRegisters.leave();
        Acceptance.remove();
    }

    private static void inMode(Report report, ApicRegisters apic) {
        apic.enter();
        apic.write(ApicRegister.DIVIDE, DIVIDE_BY_ONE);
        once(report, apic);
        stopped(report, apic);
        masked(report, apic);
        periodic(report, apic);
        divisions(report, apic);
        modes(report, apic);
        illegalVector(report, apic);
        new DeadlineTimer(report, apic).run();
        apic.enter();
    }

    private static void once(Report report, ApicRegisters apic) {
        String mode = apic.name();
        report.equal(mode + "a timer that was not started stands at 0", 0, apic.read(ApicRegister.CURRENT_COUNT));
        apic.write(ApicRegister.TIMER, LOW);
        apic.write(ApicRegister.INITIAL_COUNT, Integer.toUnsignedLong(LARGEST));
        long first = apic.read(ApicRegister.CURRENT_COUNT);
        Patience.ticks(apic, COUNT);
        long second = apic.read(ApicRegister.CURRENT_COUNT);
        report.check(mode + "a started timer counts down", second < first && second > 0);
        report.equal(mode + "the initial count reads back", Integer.toUnsignedLong(LARGEST), apic.read(ApicRegister.INITIAL_COUNT));
        apic.write(ApicRegister.INITIAL_COUNT, COUNT);
        report.check(mode + "a new initial count starts anew", apic.read(ApicRegister.CURRENT_COUNT) <= COUNT);
        report.check(mode + "it requests its interrupt", Patience.untilRequested(apic, LOW));
        report.equal(mode + "then it stands at 0", 0, apic.read(ApicRegister.CURRENT_COUNT));
        report.equal(mode + "its interrupt comes", LOW, Acceptance.next(apic));
        apic.endOfInterrupt();
        Patience.ticks(apic, Patience.SHORT);
        report.check(mode + "only once", !apic.isRequested(LOW));
        report.equal(mode + "and the initial count stays", COUNT, apic.read(ApicRegister.INITIAL_COUNT));
    }

    private static void stopped(Report report, ApicRegisters apic) {
        String mode = apic.name();
        apic.write(ApicRegister.INITIAL_COUNT, COUNT);
        apic.write(ApicRegister.INITIAL_COUNT, 0);
        report.equal(mode + "an initial count of 0 stops it", 0, apic.read(ApicRegister.CURRENT_COUNT));
        Patience.ticks(apic, Patience.SHORT);
        report.check(mode + "a stopped timer does not interrupt", !apic.isRequested(LOW));
    }

    private static void masked(Report report, ApicRegisters apic) {
        String mode = apic.name();
        apic.write(ApicRegister.TIMER, ApicRegister.MASKED | LOW);
        apic.write(ApicRegister.INITIAL_COUNT, COUNT);
        Patience.ticks(apic, Patience.SHORT);
        report.equal(mode + "a masked timer counts to 0", 0, apic.read(ApicRegister.CURRENT_COUNT));
        report.check(mode + "a masked timer does not interrupt", !apic.isRequested(LOW));
        apic.write(ApicRegister.TIMER, LOW);
        report.check(mode + "nor when it is unmasked too late", !apic.isRequested(LOW));
    }

    private static void periodic(Report report, ApicRegisters apic) {
        String mode = apic.name();
        apic.write(ApicRegister.TIMER, ApicRegister.PERIODIC | MIDDLE);
        apic.write(ApicRegister.INITIAL_COUNT, 10 * COUNT);
        int times = 0;
        while (times < PERIODS && Patience.untilRequested(apic, MIDDLE) && Acceptance.next(apic) == MIDDLE) {
            apic.endOfInterrupt();
            times++;
        }
        long count = apic.read(ApicRegister.CURRENT_COUNT);
        apic.write(ApicRegister.INITIAL_COUNT, 0);
        Acceptance.drain(apic);
        report.equal(mode + "a periodic timer interrupts again and again", PERIODS, times);
        report.check(mode + "a periodic timer goes on counting from its initial count", count > 0 && count <= 10 * COUNT);
        Patience.ticks(apic, Patience.SHORT);
        report.check(mode + "a periodic timer can be stopped", !apic.isRequested(MIDDLE));
    }

    /** What the timer counts in the same time, by each division; within a third. */
    private static void divisions(Report report, ApicRegisters apic) {
        apic.write(ApicRegister.TIMER, ApicRegister.MASKED | LOW);
        long undivided = counted(apic, DIVISIONS[0]);
        report.check(apic.name() + "undivided it counts", undivided > 0);
        for (int i = 1; i < DIVISIONS.length; i++) {
            long scaled = counted(apic, DIVISIONS[i]) << i;
            report.check(apic.name() + "divided by " + (1 << i) + " it is as much slower", scaled > undivided * 2 / 3 && scaled < undivided * 4 / 3);
            report.equal(apic.name() + "the encoding of " + (1 << i) + " reads back", DIVISIONS[i], apic.read(ApicRegister.DIVIDE));
        }
        apic.write(ApicRegister.DIVIDE, DIVIDE_BY_ONE);
    }

    private static long counted(ApicRegisters apic, int division) {
        apic.write(ApicRegister.DIVIDE, division);
        apic.write(ApicRegister.INITIAL_COUNT, Integer.toUnsignedLong(LARGEST));
        long first = apic.read(ApicRegister.CURRENT_COUNT);
        Patience.ticks(apic, MEASURED_TICKS);
        long second = apic.read(ApicRegister.CURRENT_COUNT);
        apic.write(ApicRegister.INITIAL_COUNT, 0);
        return first - second;
    }

    private static void modes(Report report, ApicRegisters apic) {
        String mode = apic.name();
        apic.write(ApicRegister.TIMER, LOW);
        apic.write(ApicRegister.INITIAL_COUNT, COUNT);
        apic.write(ApicRegister.TIMER, HIGH);
        report.check(mode + "the vector can be changed while it runs", Patience.untilRequested(apic, HIGH));
        report.check(mode + "and the old one does not come", !apic.isRequested(LOW));
        Acceptance.drain(apic);
    }

    private static void illegalVector(Report report, ApicRegisters apic) {
        String mode = apic.name();
        apic.takeErrors();
        apic.write(ApicRegister.TIMER, ILLEGAL_VECTOR);
        apic.write(ApicRegister.INITIAL_COUNT, COUNT);
        Patience.ticks(apic, Patience.SHORT);
        report.equal(mode + "an illegal vector of the timer is an error", ApicRegister.RECEIVED_ILLEGAL_VECTOR, apic.takeErrors());
        report.check(mode + "and is not requested", !apic.isRequested(ILLEGAL_VECTOR));
    }
}
