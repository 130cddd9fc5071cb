/** A halted vCPU and an event channel: the timer's event comes by a vector of the local APIC. Xen: public/vcpu.h, public/hvm/hvm_op.h. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.XenCall.*;

import org.peaberry.runtime.unboxed.Address;

final class EventWakeUp {
    private static final long INFORMATION = GuestMemory.SCRATCH + (3L << 20);
    private static final long STRUCTURE = INFORMATION + 4096;
    private static final int FRAME_SHIFT = 12;
    private static final int REGISTER_INFORMATION = 10;
    private static final int SET_SINGLE_SHOT = 8;
    private static final int BIND_VIRQ = 1;
    private static final int CLOSE = 3;
    private static final int UPCALL_VECTOR = 23;
    private static final int GET_TIME = 10;
    private static final int POLL = 3;
    private static final int BLOCK = 1;
    private static final long SOON = 300_000;
    /** In struct vcpu_info. */
    private static final long SELECTOR = 8;
    private static final long PORT = 8;
    private static final PageRegisters APIC = PageRegisters.INSTANCE;

    private final Report report;
    private int port;

    EventWakeUp(Report report) {
        this.report = report;
    }

    void run() {
        store(0, INFORMATION >>> FRAME_SHIFT);
        store(1, 0);
        report.equal("a vCPU's information can be registered", 0, Hypercall.call(VCPU_OP, REGISTER_INFORMATION, 0, STRUCTURE));
        report.equal("but once", EINVAL, Hypercall.call(VCPU_OP, REGISTER_INFORMATION, 0, STRUCTURE));
        store(0, (long) Acceptance.HIGH << Integer.SIZE);
        report.equal("events can have a vector of the local APIC", 0, Hypercall.call(HVM_OP, UPCALL_VECTOR, STRUCTURE, 0));
        forget();
        Acceptance.drain(APIC);
        store(0, 0);
        store(1, 0);
        report.equal("the timer's event can be bound", 0, Hypercall.call(EVENT_CHANNEL_OP, BIND_VIRQ, STRUCTURE, 0));
        port = Address.of(STRUCTURE).loadInt(PORT);
        arm();
        report.equal("an event ends HLT", HaltArea.arrival(), Trial.ending(HaltArea.halt()));
        report.equal("by its vector", Acceptance.HIGH, APIC.served());
        APIC.endOfInterrupt();
        report.equal("its flag is set", 1, Address.of(INFORMATION).loadByte());
        forget();
        block();
        poll();
        store(0, port);
        Hypercall.call(EVENT_CHANNEL_OP, CLOSE, STRUCTURE, 0);
        forget();
        Acceptance.drain(APIC);
    }

    /** A new port: the old one's pending bit would keep its events back. */
    private void bindAgain() {
        store(0, port);
        report.equal("the port can be closed", 0, Hypercall.call(EVENT_CHANNEL_OP, CLOSE, STRUCTURE, 0));
        store(0, 0);
        store(1, 0);
        report.equal("and bound again", 0, Hypercall.call(EVENT_CHANNEL_OP, BIND_VIRQ, STRUCTURE, 0));
        port = Address.of(STRUCTURE).loadInt(PORT);
    }

    private void block() {
        bindAgain();
        arm();
        report.equal("a blocked vCPU goes on", 0, Hypercall.call(SCHED_OP, BLOCK, 0, 0));
        report.equal("when its event has come", 1, Address.of(INFORMATION).loadByte());
        forget();
        Acceptance.drain(APIC);
    }

    /** No port is named: only time can end it. */
    private void poll() {
        long deadline = now() + SOON;
        store(0, STRUCTURE);
        store(1, 0);
        store(2, deadline);
        report.equal("a poll returns", 0, Hypercall.call(SCHED_OP, POLL, STRUCTURE, 0));
        report.check("at its time", now() >= deadline);
    }

    private static void arm() {
        long deadline = now() + SOON;
        store(0, deadline);
        store(1, 0);
        Hypercall.call(VCPU_OP, SET_SINGLE_SHOT, 0, STRUCTURE);
    }

    /** System time, in nanoseconds. */
    private static long now() {
        Hypercall.call(HVM_OP, GET_TIME, STRUCTURE, 0);
        return Address.of(STRUCTURE).loadLong();
    }

    /** No event is pending any more. */
    private static void forget() {
        Address.of(INFORMATION).store((byte) 0);
        Address.of(INFORMATION).store(SELECTOR, 0L);
    }

    private static void store(int word, long value) {
        Address.of(STRUCTURE).store((long) word * Long.BYTES, value);
    }
}
