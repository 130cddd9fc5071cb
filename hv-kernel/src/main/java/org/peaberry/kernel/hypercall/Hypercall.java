/** The handler of one hypercall. */
package org.peaberry.kernel.hypercall;

public abstract class Hypercall {
    /** Serves a call; returns its result or a negative {@link org.peaberry.kernel.abi.Errno}. */
    public abstract long call(HypercallContext call);
}
