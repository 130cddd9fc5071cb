/** All hypercalls, one a row. */
package org.peaberry.kernel.hypercall;

import static org.peaberry.kernel.abi.Errno.ENOSYS;
import static org.peaberry.kernel.abi.Errno.EOPNOTSUPP;
import static org.peaberry.kernel.hypercall.Permission.ANY_DOMAIN;
import static org.peaberry.kernel.hypercall.Permission.PRIVILEGED_DOMAIN;

/** Numbers are those of Xen's public/xen.h, __HYPERVISOR_*; the rows are those open to callers with nested paging. */
final class HypercallTable {
    /** Numbers are below it. */
    static final int LIMIT = 64;

    private final HypercallRow[] rows = new HypercallRow[LIMIT];

    HypercallTable(MachineServices machine) {
        row(7, "platform_op", new PlatformOp(machine), PRIVILEGED_DOMAIN);
        row(12, "memory_op", new MemoryOp(), ANY_DOMAIN);
        row(15, "set_timer_op", new SetTimerOp(), ANY_DOMAIN);
        row(17, "xen_version", new XenVersion(machine), ANY_DOMAIN);
        row(18, "console_io", new ConsoleIo(machine), PRIVILEGED_DOMAIN);
        row(20, "grant_table_op", new GrantTableOp(), ANY_DOMAIN);
        row(21, "vm_assist", new VmAssistCall(), ANY_DOMAIN);
        row(24, "vcpu_op", new VcpuOp(), ANY_DOMAIN);
        row(26, "mmuext_op", new FixedResult(ENOSYS), ANY_DOMAIN);
        row(27, "xsm_op", new FixedResult(ENOSYS), ANY_DOMAIN);
        row(29, "sched_op", new SchedOp(), ANY_DOMAIN);
        row(32, "event_channel_op", new EventChannelOp(), ANY_DOMAIN);
        row(33, "physdev_op", new PhysdevOp(machine), ANY_DOMAIN);
        row(34, "hvm_op", new HvmOp(), ANY_DOMAIN);
        row(35, "sysctl", new FixedResult(ENOSYS), PRIVILEGED_DOMAIN);
        row(36, "domctl", new FixedResult(ENOSYS), PRIVILEGED_DOMAIN);
        row(39, "argo_op", new FixedResult(EOPNOTSUPP), ANY_DOMAIN);
        row(40, "xenpmu_op", new FixedResult(EOPNOTSUPP), ANY_DOMAIN);
        row(41, "dm_op", new FixedResult(EOPNOTSUPP), PRIVILEGED_DOMAIN);
        row(42, "hypfs_op", new FixedResult(ENOSYS), PRIVILEGED_DOMAIN);
        row(Multicall.NUMBER, "multicall", new Multicall(this), ANY_DOMAIN);
    }

    /** The row with a number, or null. */
    HypercallRow find(long number) {
        return number >= 0 && number < LIMIT ? rows[(int) number] : null;
    }

    private void row(int number, String name, Hypercall handler, Permission permission) {
        rows[number] = new HypercallRow(number, name, handler, permission);
    }
}
