/** Stands for the program's main method: the compiler calls the class named by --main in its place. */
package org.peaberry.runtime.linux;

import org.peaberry.runtime.annotation.Suppress;

final class ProgramMain {
    private ProgramMain() {
    }

    /** Replaced by the {@code main(String[])} of the program's main class when a program is compiled. */
    @Suppress(rule = "native-method", reason = "the compiler puts the program's own main method in its place")
    static native void main(String[] arguments);
}
