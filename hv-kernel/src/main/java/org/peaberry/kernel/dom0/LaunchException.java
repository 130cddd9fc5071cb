/** dom0 cannot be launched; the message tells the operator what is wrong and what to do. */
package org.peaberry.kernel.dom0;

public final class LaunchException extends Exception {
    private static final long serialVersionUID = 1;

    public LaunchException(String message) {
        super(message);
    }
}
