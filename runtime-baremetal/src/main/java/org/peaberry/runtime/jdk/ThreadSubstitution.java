/** Thread: the one that runs a program, so that it can be asked for and be the owner of locks; others cannot be started. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.HiddenField;
import org.peaberry.runtime.annotation.Shared;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.lang.Thread")
public final class ThreadSubstitution {
    private static final String NAME = "main";

    @Shared(reason = "programs have one thread")
    private static Thread current;

    private ThreadSubstitution() {
    }

    /** Made when it is first asked for: those of the build host cannot be in an image. */
    @Substitute
    static Thread currentThread() {
        if (current == null) {
            current = new Thread((ThreadGroup) null, NAME);
        }
        return current;
    }

    @HiddenField(owner = "java.lang.Thread", name = "name")
    private static native void setName(Thread self, String name);

    @Substitute
    static void constructor(Thread self, ThreadGroup group, String name) {
        setName(self, name);
    }

    @Substitute
    static boolean interrupted() {
        return false;
    }

    @Substitute
    static boolean isInterrupted(Thread self) {
        return false;
    }

    /** Of the main thread, as on HotSpot. */
    @Substitute
    static long getId(Thread self) {
        return 1;
    }
}
