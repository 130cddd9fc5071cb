/** A kernel does not compile; the message is what a compiler says, complete. */
package org.peaberry.boot.kernel;

public final class KernelErrors extends RuntimeException {
    KernelErrors(String messages) {
        super(messages.strip());
    }
}
