/** Instructions and events that can be intercepted, VMCB offset 0x00C. AMD APM vol. 2, table B-1. */
package org.peaberry.arch.svm;

final class Intercepts1 {
    static final int INTR = 1 << 0;
    static final int NMI = 1 << 1;
    static final int SMI = 1 << 2;
    static final int INIT = 1 << 3;
    static final int VINTR = 1 << 4;
    static final int CR0_SELECTIVE_WRITE = 1 << 5;
    static final int IDTR_READ = 1 << 6;
    static final int GDTR_READ = 1 << 7;
    static final int LDTR_READ = 1 << 8;
    static final int TR_READ = 1 << 9;
    static final int IDTR_WRITE = 1 << 10;
    static final int GDTR_WRITE = 1 << 11;
    static final int LDTR_WRITE = 1 << 12;
    static final int TR_WRITE = 1 << 13;
    static final int RDTSC = 1 << 14;
    static final int RDPMC = 1 << 15;
    static final int PUSHF = 1 << 16;
    static final int POPF = 1 << 17;
    static final int CPUID = 1 << 18;
    static final int RSM = 1 << 19;
    static final int IRET = 1 << 20;
    static final int SOFTWARE_INTERRUPT = 1 << 21;
    static final int INVD = 1 << 22;
    static final int PAUSE = 1 << 23;
    static final int HLT = 1 << 24;
    static final int INVLPG = 1 << 25;
    static final int INVLPGA = 1 << 26;
    static final int PORT_PERMISSIONS = 1 << 27;
    static final int MSR_PERMISSIONS = 1 << 28;
    static final int TASK_SWITCH = 1 << 29;
    static final int FERR_FREEZE = 1 << 30;
    static final int SHUTDOWN = 1 << 31;

    private Intercepts1() {
    }
}
