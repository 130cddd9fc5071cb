/** Why a guest stopped, in terms that AMD-V and VT-x share; the key of the exit-handler table. */
package org.peaberry.arch.virtualization;

/** Details of an exit are asked of the {@link VirtualCpu}. Instructions have not been executed: emulate, then {@link VirtualCpu#advance}. */
public enum ExitReason {
    /** An external interrupt: the host has taken it already when the guest's exit is reported. */
    EXTERNAL_INTERRUPT,
    /** A non-maskable interrupt: the host has taken it already. */
    NMI,
    /** The processor found an error of the hardware while the guest ran or was entered: it is the host's. */
    MACHINE_CHECK,
    /** The CPU's {@link RunLimit} was reached. */
    TIMER,
    /** The guest can take an interrupt, see {@link VirtualCpu#requestInterruptWindow} and {@link VirtualApic#awaitTaskPriorityBelow}. */
    INTERRUPT_WINDOW,
    /** The processor took the guest's end of a level-triggered interrupt: {@link VirtualCpu#endedVector}. */
    END_OF_INTERRUPT,
    /** The guest's non-maskable interrupts are open again. */
    NMI_WINDOW,
    /** An access that the nested page table does not permit: {@link VirtualCpu#nestedFault}. */
    NESTED_PAGE_FAULT,
    /** The hypercall instruction; arguments are in the registers. */
    HYPERCALL,
    CPUID,
    HLT,
    /** {@link VirtualCpu#portAccess}. */
    PORT_IO,
    /** RDMSR; index in ECX. */
    MSR_READ,
    /** WRMSR; index in ECX, value in EDX:EAX. */
    MSR_WRITE,
    XSETBV,
    /** {@link VirtualCpu#controlAccess}. */
    CONTROL_REGISTER,
    DEBUG_REGISTER,
    /** An exception of the guest: {@link VirtualCpu#exceptionVector}. */
    EXCEPTION,
    PAUSE,
    /** WBINVD or INVD. */
    WRITE_BACK_CACHES,
    INVALIDATE_PAGE,
    RDTSC,
    RDTSCP,
    RDPMC,
    MONITOR,
    MWAIT,
    TASK_SWITCH,
    /** An instruction that this guest does not have, for example one of virtualization: give it #UD. */
    FORBIDDEN_INSTRUCTION,
    /** Triple fault. */
    SHUTDOWN,
    /** INIT arrived at the physical CPU. */
    INIT,
    /** A system management interrupt, taken by the host. */
    SMI,
    /** The backend has done what was to be done: the guest goes on. */
    SERVED,
    /** The processor refused to enter the guest: {@link VirtualCpu#rawExitCode} and a register dump say more. */
    INVALID_STATE,
    /** An exit that nobody asked for. */
    UNKNOWN;

    private static final ExitReason[] ALL = values();

    /** Number of reasons: the length of a handler table indexed by {@link #ordinal}. */
    public static final int COUNT = ALL.length;

    public static ExitReason of(int ordinal) {
        return ALL[ordinal];
    }
}
