/** Finds the backend for the processor at hand. */
package org.peaberry.arch.virtualization;

import org.peaberry.arch.svm.SvmBackend;
import org.peaberry.arch.vmx.VmxBackend;
import org.peaberry.runtime.annotation.BootOnly;

public final class Virtualization {
    private Virtualization() {
    }

    /**
     * The backend of this machine.
     *
     * @throws VirtualizationException when the machine cannot run guests; the message says why and what to do
     */
    @BootOnly
    public static VirtualizationBackend find(HostMemory memory, VirtualizationOptions options) {
        return !SvmBackend.isPresent() && VmxBackend.isPresent() ? VmxBackend.create(memory, options) : SvmBackend.create(memory);
    }

    /** The backend with all that the processor has. */
    @BootOnly
    public static VirtualizationBackend find(HostMemory memory) {
        return find(memory, VirtualizationOptions.DEFAULT);
    }
}
