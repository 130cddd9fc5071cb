/** The places in the machine's code at which the debugger stops: between them either the hypervisor runs, or a guest, or nobody. */
package org.peaberry.bench.bochs;

enum StopKind {
    /** The hypervisor's first instruction. */
    START,
    /** VMRUN, VMLAUNCH or VMRESUME is next. */
    ENTRY,
    /** The first instruction behind an exit is next. */
    EXIT,
    /** The CPU is about to halt. */
    IDLE,
    /** An interrupt or exception of the hypervisor's: behind the three instructions of its stub. */
    TRAP,
    /** dom0's first program runs. */
    INIT
}
