/** Lines on standard error that say what is being done; standard output belongs to the guest's console. */
package org.peaberry.boot.host;

public final class Progress {
    private Progress() {
    }

    public static void say(String what) {
        System.err.println("peaberry: " + what);
    }
}
