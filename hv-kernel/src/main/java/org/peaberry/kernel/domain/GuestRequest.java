/** Something the hypervisor does for a vCPU: a hypercall, an intercepted instruction, a fault. */
package org.peaberry.kernel.domain;

public interface GuestRequest {
    void serve(Vcpu vcpu);
}
