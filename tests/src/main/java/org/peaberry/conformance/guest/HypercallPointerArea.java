/** Every hypercall that takes a structure, with addresses that are not its caller's memory: -EFAULT, and nothing else happens. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.XenCall.*;

final class HypercallPointerArea extends Area {
    private static final int SECOND = 1;
    private static final int THIRD = 2;

    /** A call: its pointer is argument {@code pointer}, the others are these. */
    private record Call(String what, int number, long first, long second, long third, int pointer) { }

    private static final Call[] CALLS = {
        second("xen_version: extra version", XEN_VERSION, 1), second("xen_version: compiler", XEN_VERSION, 2),
        second("xen_version: capabilities", XEN_VERSION, 3), second("xen_version: changeset", XEN_VERSION, 4),
        second("xen_version: parameters", XEN_VERSION, 5), second("xen_version: features", XEN_VERSION, 6),
        second("xen_version: handle", XEN_VERSION, 8), second("xen_version: command line", XEN_VERSION, 9),
        second("memory_op: current reservation", MEMORY_OP, 3), second("memory_op: maximum reservation", MEMORY_OP, 4),
        second("memory_op: add to physmap", MEMORY_OP, 7), second("memory_op: memory map", MEMORY_OP, 9),
        second("memory_op: last frame", MEMORY_OP, 14), second("memory_op: remove from physmap", MEMORY_OP, 15),
        second("memory_op: add to physmap in a batch", MEMORY_OP, 23),
        second("sched_op: shutdown", SCHED_OP, 2), second("sched_op: poll", SCHED_OP, 3), second("sched_op: remote shutdown", SCHED_OP, 4),
        second("sched_op: shutdown code", SCHED_OP, 5), second("sched_op: watchdog", SCHED_OP, 6),
        second("event_channel_op: bind interdomain", EVENT_CHANNEL_OP, 0), second("event_channel_op: bind VIRQ", EVENT_CHANNEL_OP, 1),
        second("event_channel_op: close", EVENT_CHANNEL_OP, 3), second("event_channel_op: send", EVENT_CHANNEL_OP, 4),
        second("event_channel_op: status", EVENT_CHANNEL_OP, 5), second("event_channel_op: allocate unbound", EVENT_CHANNEL_OP, 6),
        second("event_channel_op: bind IPI", EVENT_CHANNEL_OP, 7), second("event_channel_op: bind vCPU", EVENT_CHANNEL_OP, 8),
        second("event_channel_op: unmask", EVENT_CHANNEL_OP, 9), second("event_channel_op: reset", EVENT_CHANNEL_OP, 10),
        second("hvm_op: set parameter", HVM_OP, 0), second("hvm_op: get parameter", HVM_OP, 1), second("hvm_op: upcall vector", HVM_OP, 23),
        second("physdev_op: reserve configuration", PHYSDEV_OP, 24), second("physdev_op: add device", PHYSDEV_OP, 25),
        second("physdev_op: remove device", PHYSDEV_OP, 26),
        second("grant_table_op: map", GRANT_TABLE_OP, 0), second("grant_table_op: unmap", GRANT_TABLE_OP, 1),
        second("grant_table_op: set up", GRANT_TABLE_OP, 2), second("grant_table_op: copy", GRANT_TABLE_OP, 5),
        second("grant_table_op: query size", GRANT_TABLE_OP, 6), second("grant_table_op: set version", GRANT_TABLE_OP, 8),
        second("grant_table_op: get version", GRANT_TABLE_OP, 10),
        third("vcpu_op: run state", VCPU_OP, 4, 0), third("vcpu_op: register run state", VCPU_OP, 5, 0),
        third("vcpu_op: periodic timer", VCPU_OP, 6, 0), third("vcpu_op: single-shot timer", VCPU_OP, 8, 0),
        third("vcpu_op: register information", VCPU_OP, 10, 0), third("console_io: write", CONSOLE_IO, 0, 8),
        new Call("platform_op", PLATFORM_OP, 0, 0, 0, 0), new Call("multicall", MULTICALL, 0, 1, 0, 0),
    };

    private static Call second(String what, int number, int command) {
        return new Call(what, number, command, 0, 1, SECOND);
    }

    private static Call third(String what, int number, int command, int second) {
        return new Call(what, number, command, second, 0, THIRD);
    }

    @Override
    String name() {
        return "hypercallpointers";
    }

    @Override
    void run(Report report) {
        if (!Surroundings.isXen()) {
            report.skip("bad pointers", "there is no hypervisor");
            return;
        }
        BadPointers.install();
        for (Call call : CALLS) {
            report.equal(call.what.replace(':', ',') + " refuses every bad pointer", BadPointers.count(), refused(call));
        }
        BadPointers.remove();
    }

    private static long refused(Call call) {
        int refused = 0;
        for (int kind = 0; kind < BadPointers.count(); kind++) {
            long pointer = BadPointers.get(kind);
            long result = Hypercall.call(call.number, call.pointer == 0 ? pointer : call.first, call.pointer == SECOND ? pointer : call.second,
                    call.pointer == THIRD ? pointer : call.third);
            refused += result == EFAULT ? 1 : 0;
        }
        return refused;
    }
}
