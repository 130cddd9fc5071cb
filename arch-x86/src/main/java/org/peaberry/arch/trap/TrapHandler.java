/** Takes an exception of one vector. */
package org.peaberry.arch.trap;

public interface TrapHandler {
    /**
     * Runs with interrupts off, on the stack that was in use (or the exception's own).
     *
     * @param frame what the interrupted code goes on with; may be changed
     * @return whether it can go on; if not, the trap is fatal
     */
    boolean handle(TrapFrame frame);
}
