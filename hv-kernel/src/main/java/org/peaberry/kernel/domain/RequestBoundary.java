/** Where exceptions end that a guest's request caused: the domain is stopped, the host goes on. */
package org.peaberry.kernel.domain;

public final class RequestBoundary {
    private RequestBoundary() {
    }

    /**
     * Serves a request. Locks that it took are released by the {@code finally} blocks that the exception passes on its way here.
     *
     * @return whether it was served; if not, the vCPU's domain has crashed
     */
    public static boolean serve(GuestRequest request, Vcpu vcpu) {
        try {
            request.serve(vcpu);
            return true;
        } catch (Throwable cause) {
            vcpu.domain().crash(vcpu, cause);
            return false;
        }
    }
}
