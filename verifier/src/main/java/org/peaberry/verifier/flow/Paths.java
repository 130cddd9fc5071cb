/** Where a condition holds, and where it does not. */
package org.peaberry.verifier.flow;

/** @param whenTrue null when it never is
 * @param whenFalse null when it always is true */
record Paths(FlowState whenTrue, FlowState whenFalse) {
    Paths inverted() {
        return new Paths(whenFalse, whenTrue);
    }
}
