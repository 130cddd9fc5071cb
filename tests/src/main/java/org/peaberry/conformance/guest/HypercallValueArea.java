/** Hypercalls with values that are out of range: the errors of Xen's headers. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.XenCall.*;

import org.peaberry.runtime.unboxed.Address;

/** A structure is up to four words, at {@link #STRUCTURE}. */
final class HypercallValueArea extends Area {
    private static final long STRUCTURE = GuestMemory.SCRATCH + (1L << 20);
    private static final int WORDS = 4;
    private static final int UNKNOWN = 99;
    private static final int LAST_PORT = 4095;
    private static final int VERSION_OF_PLATFORM_OP = 0x0300_0001;
    private static final int VIRQS = 24;
    private static final int DOMAIN_EXCEPTION = 3;

    /** The pointer to the structure is the second argument, or the third when the second is a vCPU or a count. */
    private record Case(String what, int number, int command, long extra, long first, long second, long third, long expected) { }

    private static final Case[] CASES = {
        event("close of port 0", 3, 0, EINVAL), event("close of a port that is not open", 3, LAST_PORT, EINVAL),
        event("close of a port beyond the last", 3, LAST_PORT + 1, EINVAL), event("close of port -1", 3, 0xffff_ffffL, EINVAL),
        event("send by a port that is not open", 4, LAST_PORT, EINVAL), event("send by a port beyond the last", 4, 1 << 17, EINVAL),
        event("send by port -1", 4, 0xffff_ffffL, EINVAL), event("unmask of a port that is not open", 9, LAST_PORT, EINVAL),
        event("unmask of port -1", 9, 0xffff_ffffL, EINVAL), event("status of an absent domain's port", 5, pair(ABSENT_DOMAIN, 1), ESRCH),
        event("status of port -1", 5, pair(SELF, -1), EINVAL), event("a port bound to an absent vCPU", 8, pair(1, 1), ENOENT),
        event("a port bound to vCPU -1", 8, pair(1, -1), ENOENT), event("VIRQ 24", 1, pair(VIRQS, 0), EINVAL),
        event("VIRQ -1", 1, pair(-1, 0), EINVAL), event("a VIRQ of an absent vCPU", 1, pair(0, 5), ENOENT),
        event("a global VIRQ of another vCPU", 1, pair(DOMAIN_EXCEPTION, 1), EINVAL), event("an IPI to an absent vCPU", 7, 9, ENOENT),
        event("a port for an absent domain", 6, ABSENT_DOMAIN, ESRCH), event("binding to an absent domain", 0, pair(ABSENT_DOMAIN, 1), ESRCH),
        event("binding to a port that is not open", 0, pair(SELF, 4000), EINVAL), event("reset of an absent domain", 10, ABSENT_DOMAIN, ESRCH),
        event("an unknown command", UNKNOWN, 0, ENOSYS), event("command -1", -1, 0, ENOSYS),
        sched("poll of 129 ports", 3, STRUCTURE, pair(129, 0), EINVAL), sched("poll of a list that is not mapped", 3, 1L << 46, pair(1, 0), EFAULT),
        sched("remote shutdown of an absent domain", 4, pair(ABSENT_DOMAIN, 0), 0, ESRCH), sched("remote shutdown of itself", 4, pair(0, 0), 0, EPERM),
        sched("watchdog 99", 6, pair(UNKNOWN, 10), 0, EINVAL), sched("an unknown command", UNKNOWN, 0, 0, ENOSYS),
        memory("reservation of an absent domain", 3, ABSENT_DOMAIN, 0, 0, ESRCH), memory("an unknown command", 63, 0, 0, 0, ENOSYS),
        memory("physmap of an absent domain", 7, ABSENT_DOMAIN, 0, 0x1000, ESRCH), memory("an unknown space", 7, pair(SELF, 9), 0, 0x1000, EINVAL),
        memory("the shared page number 1", 7, pair(SELF, 0), 1, 0x1000, EINVAL), memory("a place beyond all memory", 7, pair(SELF, 0), 0, -1, EINVAL),
        memory("a memory map to nowhere", 9, 100, 1L << 46, 0, EFAULT),
        memory("extents of an order that is too large", 6, STRUCTURE, 1, 30, 0), memory("as many extents as fit no counter", 6, STRUCTURE, -1, 0, 0),
        memory("extents from a list that is not mapped", 6, 1L << 46, 1, 0, 0),
        vcpu("an absent vCPU", 3, 5, 0, ENOENT), vcpu("vCPU -1", 3, -1, 0, ENOENT), vcpu("an unknown command", UNKNOWN, 0, 0, ENOSYS),
        vcpu("initialization of a running vCPU", 0, 0, 0, EEXIST), vcpu("a period of 0", 6, 0, 0, EINVAL),
        vcpu("a period of centuries", 6, 0, 1L << 62, EINVAL), vcpu("information in a frame that is not there", 10, 0, 1L << 40, EINVAL),
        vcpu("an NMI with a structure", 11, 0, 0, EINVAL),
        hvm("parameter 39", 0, pair(SELF, 39), 0, EINVAL), hvm("parameter -1", 1, pair(SELF, -1), 0, EINVAL),
        hvm("a parameter of an absent domain", 1, ABSENT_DOMAIN, 0, ESRCH), hvm("upcall vector 15", 23, pair(0, 15), 0, EINVAL),
        hvm("an upcall vector of an absent vCPU", 23, pair(5, 0xF0), 0, ENOENT), hvm("an unknown command", UNKNOWN, 0, 0, ENOSYS),
        grant("a count of -1", 0, 0xffff_ffffL, EINVAL), grant("an unknown command", UNKNOWN, 1, ENOSYS), grant("two tables at once", 2, 2, EINVAL),
        new Case("physdev_op, an unknown command", PHYSDEV_OP, UNKNOWN, 0, 0, 0, 0, ENOSYS),
        new Case("xen_version, an unknown command", XEN_VERSION, UNKNOWN, 0, 0, 0, 0, ENOSYS),
        new Case("xen_version, features of another set", XEN_VERSION, 6, 0, 1, 0, 0, EINVAL),
        new Case("xen_version, a page size with a structure", XEN_VERSION, 7, 0, 0, 0, 0, EINVAL),
    };

    private static Case event(String what, int command, long word, long expected) {
        return new Case("event_channel_op, " + what, EVENT_CHANNEL_OP, command, 0, word, 0, 0, expected);
    }

    private static Case sched(String what, int command, long first, long second, long expected) {
        return new Case("sched_op, " + what, SCHED_OP, command, 0, first, second, 0, expected);
    }

    private static Case memory(String what, int command, long first, long second, long third, long expected) {
        return new Case("memory_op, " + what, MEMORY_OP, command, 0, first, second, third, expected);
    }

    private static Case vcpu(String what, int command, int vcpu, long word, long expected) {
        return new Case("vcpu_op, " + what, VCPU_OP, command, vcpu, word, 0, 0, expected);
    }

    private static Case hvm(String what, int command, long first, long second, long expected) {
        return new Case("hvm_op, " + what, HVM_OP, command, 0, first, second, 0, expected);
    }

    private static Case grant(String what, int command, long count, long expected) {
        return new Case("grant_table_op, " + what, GRANT_TABLE_OP, command, count, 0, 0, 0, expected);
    }

    /** Two 32-bit fields. */
    private static long pair(int lower, int upper) {
        return (long) upper << Integer.SIZE | Integer.toUnsignedLong(lower);
    }

    @Override
    String name() {
        return "hypercallvalues";
    }

    @Override
    void run(Report report) {
        if (!Surroundings.isXen()) {
            report.skip("bad values", "there is no hypervisor");
            return;
        }
        for (Case one : CASES) {
            report.equal(one.what, one.expected, call(one));
        }
        grants(report);
        others(report);
    }

    private static long call(Case one) {
        store(0, one.first);
        store(1, one.second);
        store(2, one.third);
        store(WORDS - 1, SELF);
        return switch (one.number) {
            case VCPU_OP -> Hypercall.call(one.number, one.command, one.extra, STRUCTURE);
            case GRANT_TABLE_OP -> Hypercall.call(one.number, one.command, STRUCTURE, one.extra);
            default -> Hypercall.call(one.number, one.command, STRUCTURE, 0);
        };
    }

    /** What is wrong with one grant is told in its own status, of 16 bits. */
    private static void grants(Report report) {
        status(report, "mapping an absent domain's grant", 0, 0, 1L << Integer.SIZE, ABSENT_DOMAIN, 18, -2);
        status(report, "mapping a reference out of range", 0, 0, 0xffff_ffffL << Integer.SIZE, SELF, 18, -3);
        status(report, "unmapping a handle that is not there", 1, 0, 0, 12345, 20, -4);
        status(report, "a table of an absent domain", 2, pair(ABSENT_DOMAIN, 1), 0, STRUCTURE + 256, 8, -2);
        status(report, "a table of too many frames", 2, pair(SELF, 100_000), 0, STRUCTURE + 256, 8, -1);
    }

    private static void status(Report report, String what, int command, long first, long second, long third, int offset, int expected) {
        store(0, first);
        store(1, second);
        store(2, third);
        store(WORDS - 1, 0);
        report.equal("grant_table_op, " + what + " succeeds as a call", 0, Hypercall.call(GRANT_TABLE_OP, command, STRUCTURE, 1));
        report.equal("grant_table_op, " + what + " has its status", expected, Address.of(STRUCTURE).loadShort((long) offset));
    }

    private static void others(Report report) {
        report.equal("vm_assist, type 64", EINVAL, Hypercall.call(VM_ASSIST, 0, 64, 0));
        report.equal("vm_assist, type -1", EINVAL, Hypercall.call(VM_ASSIST, 0, -1, 0));
        report.equal("console_io, an unknown command", ENOSYS, Hypercall.call(CONSOLE_IO, UNKNOWN, 1, STRUCTURE));
        report.equal("console_io, a read of -1 bytes", E2BIG, Hypercall.call(CONSOLE_IO, 1, 0xffff_ffffL, STRUCTURE));
        report.equal("console_io, a write of -1 bytes from nowhere", EFAULT, Hypercall.call(CONSOLE_IO, 0, 0xffff_ffffL, 1L << 46));
        report.equal("console_io, a write of no bytes", 0, Hypercall.call(CONSOLE_IO, 0, 0, 1L << 46));
        store(0, 0);
        report.equal("platform_op, another version", EACCES, Hypercall.call(PLATFORM_OP, STRUCTURE, 0, 0));
        store(0, pair(UNKNOWN, VERSION_OF_PLATFORM_OP));
        report.equal("platform_op, an unknown command", ENOSYS, Hypercall.call(PLATFORM_OP, STRUCTURE, 0, 0));
        report.equal("set_timer_op, in centuries", 0, Hypercall.call(SET_TIMER_OP, -1, 0, 0));
        report.equal("set_timer_op, never", 0, Hypercall.call(SET_TIMER_OP, 0, 0, 0));
    }

    private static void store(int word, long value) {
        Address.of(STRUCTURE).store((long) word * Long.BYTES, value);
    }
}
