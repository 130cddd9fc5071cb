/** The I/O APIC with a real device behind it, as an edge and as a level. Intel 82093AA data sheet, section 3. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.Acceptance.*;
import static org.peaberry.conformance.guest.Code.code;
import static org.peaberry.conformance.guest.IoApicRegisters.*;

import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.compiler.encode.Register;

final class IoApicArea extends Area {
    private static final int PIN = PeriodicClock.LINE;
    private static final int LAST_PIN_SHIFT = 16;
    private static final int BYTE_MASK = 0xff;
    private static final int FIRST_WITH_EOI = 0x20;
    private static final int ABSENT = 0x7E;
    /** A pin that nothing is connected to. */
    private static final int FREE_PIN = 23;
    /** More than a period of the clock. */
    private static final long PERIOD = 10_000_000;
    private static final PageRegisters APIC = PageRegisters.INSTANCE;
    private static final Snippet SPIN = code().load(Register.RCX, 20_000_000).label("spin")
            .bytes(0x48, 0xFF, 0xC9).bytes(0x75, 0xFB).snippet();

    @Override
    String name() {
        return "ioapic";
    }

    @Override
    void run(Report report) {
        APIC.enter();
        Acceptance.install();
        registers(report);
        entries(report);
        PeriodicClock.start();
        edge(report);
        masking(report);
        destinations(report);
        level(report);
        levelMasking(report);
        endRegister(report);
        nonMaskable(report);
        PeriodicClock.stop();
        route(PIN, MASKED, 0);
        Acceptance.drain(APIC);
        Acceptance.remove();
        APIC.enter();
    }

    private static void registers(Report report) {
        int version = read(VERSION);
        report.check("it has 24 pins or more", (version >>> LAST_PIN_SHIFT & BYTE_MASK) >= FREE_PIN);
        report.equal("the selected register reads back", VERSION, selected());
        int id = read(ID);
        write(ID, 0x0500_0000);
        report.equal("its id can be written", 0x0500_0000, read(ID) & 0x0F00_0000);
        write(ID, id);
        write(VERSION, 0);
        report.equal("its version cannot be written", version, read(VERSION));
        report.equal("a register that is not there reads as 0", 0, read(0x0F));
    }

    private static void entries(Report report) {
        report.check("at first the pin is masked", (IoApicRegisters.entry(FREE_PIN) & MASKED) != 0);
        route(FREE_PIN, MASKED | LEVEL | ACTIVE_LOW | LOGICAL | LOWEST_PRIORITY | LOW, 0xA5);
        report.equal("an entry's lower half reads back", MASKED | LEVEL | ACTIVE_LOW | LOGICAL | LOWEST_PRIORITY | LOW, IoApicRegisters.entry(FREE_PIN));
        report.equal("an entry's destination reads back", 0xA5, upperEntry(FREE_PIN) >>> 24);
        IoApicRegisters.entry(FREE_PIN, MASKED | LEVEL | REMOTE_REQUEST | PENDING | LOW);
        report.equal("remote request and status cannot be written", MASKED | LEVEL | LOW, IoApicRegisters.entry(FREE_PIN));
        route(FREE_PIN, MASKED, 0);
    }

    private static void edge(Report report) {
        route(PIN, LOW, APIC.id());
        PeriodicClock.finish();
        report.check("an edge requests its vector", Patience.untilRequested(APIC, LOW));
        report.check("as an edge", !APIC.isLevelTriggered(LOW));
        report.equal("an edge has no remote request", 0, IoApicRegisters.entry(PIN) & REMOTE_REQUEST);
        report.equal("it comes", LOW, Acceptance.next(APIC));
        APIC.endOfInterrupt();
        Patience.ticks(APIC, PERIOD);
        report.check("without service of the device there is no other edge", !APIC.isRequested(LOW));
        PeriodicClock.finish();
        report.check("after it there is", Patience.untilRequested(APIC, LOW));
        Acceptance.drain(APIC);
        PeriodicClock.finish();
        report.check("with interrupts off an edge requests its vector, too", Patience.untilRequestedClosed(APIC, LOW));
        Acceptance.drain(APIC);
    }

    private static void masking(Report report) {
        route(PIN, MASKED | LOW, APIC.id());
        PeriodicClock.finish();
        Patience.ticks(APIC, PERIOD);
        report.check("a masked pin does not interrupt", !APIC.isRequested(LOW));
        report.equal("nothing is pending at it", 0, IoApicRegisters.entry(PIN) & PENDING);
        IoApicRegisters.entry(PIN, MIDDLE);
        PeriodicClock.finish();
        report.check("unmasked with another vector it requests that", Patience.untilRequested(APIC, MIDDLE));
        report.check("and not the old one", !APIC.isRequested(LOW));
        Acceptance.drain(APIC);
    }

    private static void destinations(Report report) {
        arrives(report, "by broadcast", LOW, 0xFF);
        APIC.logicalId(0x08);
        arrives(report, "by a logical id", LOGICAL | LOW, 0x08);
        arrives(report, "with lowest priority", LOGICAL | LOWEST_PRIORITY | LOW, 0x08);
        route(PIN, LOW, ABSENT);
        PeriodicClock.finish();
        Patience.ticks(APIC, PERIOD);
        report.check("to an absent processor it does not arrive", !APIC.isRequested(LOW));
    }

    private static void arrives(Report report, String how, int entry, int destination) {
        route(PIN, entry, destination);
        PeriodicClock.finish();
        report.check(how + " it arrives", Patience.untilRequested(APIC, LOW));
        route(PIN, MASKED, 0);
        Acceptance.drain(APIC);
    }

    private static void level(Report report) {
        route(PIN, LEVEL | HIGH, APIC.id());
        PeriodicClock.finish();
        report.check("a level requests its vector", Patience.untilRequested(APIC, HIGH));
        report.check("as a level", APIC.isLevelTriggered(HIGH));
        report.equal("a level has a remote request until its end", REMOTE_REQUEST, IoApicRegisters.entry(PIN) & REMOTE_REQUEST);
        report.equal("the level comes", HIGH, Acceptance.next(APIC));
        report.check("in service it is not requested again", !APIC.isRequested(HIGH));
        APIC.endOfInterrupt();
        report.check("without service of the device its end requests it again", Patience.untilRequested(APIC, HIGH));
        Acceptance.next(APIC);
        PeriodicClock.finish();
        PeriodicClock.stop();
        APIC.endOfInterrupt();
        report.equal("after service of the device its end clears the remote request", 0, IoApicRegisters.entry(PIN) & REMOTE_REQUEST);
        Patience.ticks(APIC, PERIOD);
        report.check("and it does not come again", !APIC.isRequested(HIGH));
        PeriodicClock.start();
        report.check("until the device wants it", Patience.untilRequested(APIC, HIGH));
    }

    /** A level is requested at this time. */
    private static void levelMasking(Report report) {
        Acceptance.next(APIC);
        IoApicRegisters.entry(PIN, MASKED | LEVEL | HIGH);
        APIC.endOfInterrupt();
        Patience.ticks(APIC, PERIOD);
        report.check("a masked level does not interrupt", !APIC.isRequested(HIGH));
        report.equal("masked, it has no remote request", 0, IoApicRegisters.entry(PIN) & REMOTE_REQUEST);
        IoApicRegisters.entry(PIN, LEVEL | HIGH);
        report.check("unmasked, a level that is still there interrupts", Patience.untilRequested(APIC, HIGH));
    }

    /** A level is requested at this time. */
    private static void endRegister(Report report) {
        PeriodicClock.finish();
        PeriodicClock.stop();
        Acceptance.next(APIC);
        if ((read(VERSION) & BYTE_MASK) >= FIRST_WITH_EOI) {
            endOfInterrupt(LOW);
            report.equal("the end of another vector leaves the remote request", REMOTE_REQUEST, IoApicRegisters.entry(PIN) & REMOTE_REQUEST);
            endOfInterrupt(HIGH);
            report.equal("the end by the I/O APIC's own register clears the remote request", 0, IoApicRegisters.entry(PIN) & REMOTE_REQUEST);
        } else {
            report.skip("the end by the I/O APIC's own register", "it does not have one");
        }
        APIC.endOfInterrupt();
        IoApicRegisters.entry(PIN, LEVEL | HIGH);
        IoApicRegisters.entry(PIN, HIGH);
        report.equal("a change to edges leaves no remote request", 0, IoApicRegisters.entry(PIN) & REMOTE_REQUEST);
        Acceptance.drain(APIC);
        PeriodicClock.start();
    }

    private static void nonMaskable(Report report) {
        route(PIN, NMI | LOW, APIC.id());
        PeriodicClock.finish();
        Outcome outcome = SPIN.run(new Registers().withInterrupts());
        route(PIN, MASKED, 0);
        report.check("a pin can deliver NMIs", outcome.is(ExceptionVector.NMI));
    }
}
