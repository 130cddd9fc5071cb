/** The start of each CPU's own memory, which the GS segment base points at. */
package org.peaberry.arch.cpu;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;
import org.peaberry.runtime.unboxed.Address;

/** One page for each CPU. The offsets are used by {@link PerCpu} too; assembly knows {@code self} alone. */
@RawStructure(size = PerCpuArea.SIZE)
public interface PerCpuArea {
    int SIZE = 4096;
    int SELF = 0x00;
    int CPU_NUMBER = 0x08;
    int PENDING_WORK = 0x10;
    int CURRENT_VCPU = 0x18;
    int STACK_TOP = 0x20;
    /** Words that no one else uses, for the virtualization backend. */
    int VIRTUALIZATION_STATE = 0x40;
    int VIRTUALIZATION_STATE_SIZE = 0x80;
    int CPUID_RESULT = 0xC0;
    int TASK_STATE = 0x100;
    int DESCRIPTORS = 0x180;
    int TABLE_REGISTER = 0x1C0;

    /** Its own address. */
    @At(SELF)
    Address self();

    @At(SELF)
    void self(Address self);

    /** Number of the CPU, from 0. */
    @At(CPU_NUMBER)
    long cpuNumber();

    @At(CPU_NUMBER)
    void cpuNumber(long number);

    /** Bits of {@code PendingWork}, tested before a guest is entered. */
    @At(PENDING_WORK)
    long pendingWork();

    @At(PENDING_WORK)
    void pendingWork(long bits);

    /** What the scheduler says runs here. */
    @At(CURRENT_VCPU)
    long currentVcpu();

    @At(CURRENT_VCPU)
    void currentVcpu(long vcpu);

    /** Upper end of the stack that the CPU runs the hypervisor on. */
    @At(STACK_TOP)
    Address stackTop();

    @At(STACK_TOP)
    void stackTop(Address top);

    /** Where CPUID leaves its result for {@link Cpuid}. */
    @At(CPUID_RESULT)
    CpuidResult cpuidResult();

    @At(TASK_STATE)
    TaskState taskState();

    /** The CPU's global descriptor table. */
    @At(DESCRIPTORS)
    DescriptorTable descriptors();

    @At(TABLE_REGISTER)
    TableRegister tableRegister();
}
