/** Numbers of hypercalls, their errors, and domains. Xen: public/xen.h, public/errno.h, public/grant_table.h. */
package org.peaberry.conformance.guest;

final class XenCall {
    static final int PLATFORM_OP = 7;
    static final int MEMORY_OP = 12;
    static final int MULTICALL = 13;
    static final int SET_TIMER_OP = 15;
    static final int XEN_VERSION = 17;
    static final int CONSOLE_IO = 18;
    static final int GRANT_TABLE_OP = 20;
    static final int VM_ASSIST = 21;
    /** Its entry in the hypercall page is UD2. */
    static final int IRET = 23;
    static final int VCPU_OP = 24;
    static final int SCHED_OP = 29;
    static final int EVENT_CHANNEL_OP = 32;
    static final int PHYSDEV_OP = 33;
    static final int HVM_OP = 34;
    /** One more than the greatest number that there can be in the hypercall page's numbering. */
    static final int LIMIT = 64;

    static final long EPERM = -1;
    static final long ENOENT = -2;
    static final long ESRCH = -3;
    static final long ENXIO = -6;
    static final long E2BIG = -7;
    static final long EACCES = -13;
    static final long EFAULT = -14;
    static final long EEXIST = -17;
    static final long EINVAL = -22;
    static final long ENOSYS = -38;
    /** Greatest magnitude of an error. */
    static final long LAST_ERROR = -4095;

    /** DOMID_SELF. */
    static final int SELF = 0x7FF0;
    static final int ABSENT_DOMAIN = 77;

    private XenCall() {
    }
}
