/** What JDK code calls where it would need something that compiled programs do not have. */
package org.peaberry.runtime.jdk;

/** The parallel halves of sorting and of streams, rare messages, and the like: nothing gets there unless it asks for them. */
public final class Refusal {
    private Refusal() {
    }

    /** @throws UnsupportedOperationException always */
    public static void refuse() {
        throw new UnsupportedOperationException("compiled programs have neither threads nor formatting");
    }
}
