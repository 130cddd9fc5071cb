/** Makes a CPU that is idle or runs a guest come back to the hypervisor. */
package org.peaberry.kernel.sched;

public interface CpuWaker {
    /** Without effect when it is the running CPU. */
    void wake(int cpu);
}
