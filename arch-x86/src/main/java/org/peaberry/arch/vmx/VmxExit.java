/** Basic exit reasons, in the manual's order, with what they are in neutral terms. Intel SDM vol. 3, appendix C. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.virtualization.ExitReason;

public enum VmxExit {
    EXCEPTION_OR_NMI(0, ExitReason.EXCEPTION),
    EXTERNAL_INTERRUPT(1, ExitReason.EXTERNAL_INTERRUPT),
    TRIPLE_FAULT(2, ExitReason.SHUTDOWN),
    INIT_SIGNAL(3, ExitReason.INIT),
    STARTUP_INTERRUPT(4, ExitReason.UNKNOWN),
    IO_SMI(5, ExitReason.SMI),
    OTHER_SMI(6, ExitReason.SMI),
    INTERRUPT_WINDOW(7, ExitReason.INTERRUPT_WINDOW),
    NMI_WINDOW(8, ExitReason.NMI_WINDOW),
    TASK_SWITCH(9, ExitReason.TASK_SWITCH),
    CPUID(10, ExitReason.CPUID),
    GETSEC(11, ExitReason.FORBIDDEN_INSTRUCTION),
    HLT(12, ExitReason.HLT),
    INVD(13, ExitReason.WRITE_BACK_CACHES),
    INVLPG(14, ExitReason.INVALIDATE_PAGE),
    RDPMC(15, ExitReason.RDPMC),
    RDTSC(16, ExitReason.RDTSC),
    RSM(17, ExitReason.FORBIDDEN_INSTRUCTION),
    VMCALL(18, ExitReason.HYPERCALL),
    VMCLEAR(19, ExitReason.FORBIDDEN_INSTRUCTION),
    VMLAUNCH(20, ExitReason.FORBIDDEN_INSTRUCTION),
    VMPTRLD(21, ExitReason.FORBIDDEN_INSTRUCTION),
    VMPTRST(22, ExitReason.FORBIDDEN_INSTRUCTION),
    VMREAD(23, ExitReason.FORBIDDEN_INSTRUCTION),
    VMRESUME(24, ExitReason.FORBIDDEN_INSTRUCTION),
    VMWRITE(25, ExitReason.FORBIDDEN_INSTRUCTION),
    VMXOFF(26, ExitReason.FORBIDDEN_INSTRUCTION),
    VMXON(27, ExitReason.FORBIDDEN_INSTRUCTION),
    CONTROL_REGISTER_ACCESS(28, ExitReason.CONTROL_REGISTER),
    DEBUG_REGISTER_ACCESS(29, ExitReason.DEBUG_REGISTER),
    IO_INSTRUCTION(30, ExitReason.PORT_IO),
    RDMSR(31, ExitReason.MSR_READ),
    WRMSR(32, ExitReason.MSR_WRITE),
    INVALID_GUEST_STATE(33, ExitReason.INVALID_STATE),
    MSR_LOADING(34, ExitReason.INVALID_STATE),
    MWAIT(36, ExitReason.MWAIT),
    MONITOR_TRAP_FLAG(37, ExitReason.UNKNOWN),
    MONITOR(39, ExitReason.MONITOR),
    PAUSE(40, ExitReason.PAUSE),
    MACHINE_CHECK_AT_ENTRY(41, ExitReason.MACHINE_CHECK),
    TASK_PRIORITY_BELOW_THRESHOLD(43, ExitReason.INTERRUPT_WINDOW),
    APIC_ACCESS(44, ExitReason.UNKNOWN),
    VIRTUALIZED_EOI(45, ExitReason.END_OF_INTERRUPT),
    GDTR_OR_IDTR_ACCESS(46, ExitReason.UNKNOWN),
    LDTR_OR_TR_ACCESS(47, ExitReason.UNKNOWN),
    EPT_VIOLATION(48, ExitReason.NESTED_PAGE_FAULT),
    EPT_MISCONFIGURATION(49, ExitReason.UNKNOWN),
    INVEPT(50, ExitReason.FORBIDDEN_INSTRUCTION),
    RDTSCP(51, ExitReason.RDTSCP),
    PREEMPTION_TIMER(52, ExitReason.TIMER),
    INVVPID(53, ExitReason.FORBIDDEN_INSTRUCTION),
    WBINVD(54, ExitReason.WRITE_BACK_CACHES),
    XSETBV(55, ExitReason.XSETBV),
    APIC_WRITE(56, ExitReason.UNKNOWN),
    RDRAND(57, ExitReason.UNKNOWN),
    INVPCID(58, ExitReason.INVALIDATE_PAGE),
    VMFUNC(59, ExitReason.FORBIDDEN_INSTRUCTION),
    ENCLS(60, ExitReason.FORBIDDEN_INSTRUCTION),
    RDSEED(61, ExitReason.UNKNOWN),
    PAGE_MODIFICATION_LOG_FULL(62, ExitReason.UNKNOWN),
    XSAVES(63, ExitReason.FORBIDDEN_INSTRUCTION),
    XRSTORS(64, ExitReason.FORBIDDEN_INSTRUCTION),
    PCONFIG(65, ExitReason.FORBIDDEN_INSTRUCTION),
    SUB_PAGE_EVENT(66, ExitReason.UNKNOWN),
    UMWAIT(67, ExitReason.FORBIDDEN_INSTRUCTION),
    TPAUSE(68, ExitReason.FORBIDDEN_INSTRUCTION),
    LOADIWKEY(69, ExitReason.FORBIDDEN_INSTRUCTION);

    private final int number;
    private final ExitReason reason;

    VmxExit(int number, ExitReason reason) {
        this.number = number;
        this.reason = reason;
    }

    public int number() {
        return number;
    }

    public ExitReason reason() {
        return reason;
    }
}
