/** The machine cannot be taken over; the message says what is wrong and what to do. */
package org.peaberry.kernel.boot;

public final class BootFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BootFailure(String message) {
        super(message);
    }
}
