/** Who is told when a domain stops: the operator's console, and for dom0 the machine itself. */
package org.peaberry.kernel.domain;

public interface DomainObserver {
    /** A domain stopped by itself or was stopped; for dom0 the machine goes the same way. */
    void stopped(Domain domain, ShutdownReason reason);

    /** An exception in the service of a vCPU's request; the domain is stopped as crashed afterwards. */
    void faulted(Vcpu vcpu, Throwable cause);
}
