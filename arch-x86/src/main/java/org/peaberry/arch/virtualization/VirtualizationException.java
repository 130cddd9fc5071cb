/** The machine cannot run guests; the message says what is missing and what to do. */
package org.peaberry.arch.virtualization;

public final class VirtualizationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public VirtualizationException(String message) {
        super(message);
    }
}
