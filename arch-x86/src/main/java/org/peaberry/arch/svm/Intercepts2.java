/** Instructions that can be intercepted, VMCB offset 0x010. AMD APM vol. 2, table B-1. */
package org.peaberry.arch.svm;

final class Intercepts2 {
    static final int VMRUN = 1 << 0;
    static final int VMMCALL = 1 << 1;
    static final int VMLOAD = 1 << 2;
    static final int VMSAVE = 1 << 3;
    static final int STGI = 1 << 4;
    static final int CLGI = 1 << 5;
    static final int SKINIT = 1 << 6;
    static final int RDTSCP = 1 << 7;
    static final int ICEBP = 1 << 8;
    static final int WBINVD = 1 << 9;
    static final int MONITOR = 1 << 10;
    static final int MWAIT = 1 << 11;
    static final int MWAIT_ARMED = 1 << 12;
    static final int XSETBV = 1 << 13;
    static final int RDPRU = 1 << 14;

    private Intercepts2() {
    }
}
