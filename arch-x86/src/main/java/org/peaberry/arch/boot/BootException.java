/** What the boot loader or firmware passed makes no sense; the message tells the operator what and what to do. */
package org.peaberry.arch.boot;

public final class BootException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BootException(String message) {
        super(message);
    }
}
