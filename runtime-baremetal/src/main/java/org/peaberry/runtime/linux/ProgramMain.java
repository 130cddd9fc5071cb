/** Stands for the program's main method: the compiler calls the class named by --main in its place. */
package org.peaberry.runtime.linux;

final class ProgramMain {
    private ProgramMain() {
    }

    /** Replaced by the {@code main(String[])} of the program's main class when a program is compiled. */
    static native void main(String[] arguments);
}
