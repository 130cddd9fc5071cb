/** Wakes the only CPU that runs guests: it is awake when it asks. */
package org.peaberry.kernel.boot;

import org.peaberry.kernel.sched.CpuWaker;

final class SingleCpuWaker implements CpuWaker {
    @Override
    public void wake(int cpu) {
        // Whoever calls runs on that CPU, and looks at its pending work before a guest or a halt.
    }
}
