/** Something on the build machine is not as needed; the message says what, and what to do. */
package org.peaberry.boot.host;

public final class BuildException extends RuntimeException {
    public BuildException(String message) {
        super(message);
    }

    public BuildException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
