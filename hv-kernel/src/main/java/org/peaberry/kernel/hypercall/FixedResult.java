/** A hypercall that always gives the same error. */
package org.peaberry.kernel.hypercall;

final class FixedResult extends Hypercall {
    private final int result;

    FixedResult(int result) {
        this.result = result;
    }

    @Override
    public long call(HypercallContext call) {
        return result;
    }
}
