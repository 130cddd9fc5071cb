/** System: array copies, standard output, exit and clocks. */
package org.peaberry.runtime.jdk;

import java.io.PrintStream;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;
import org.peaberry.runtime.platform.Platform;

@Substitution("java.lang.System")
public final class SystemSubstitution {
    private SystemSubstitution() {
    }

    @Substitute
    static final PrintStream out = new PlatformPrintStream(false);

    @Substitute
    static final PrintStream err = new PlatformPrintStream(true);

    @Substitute
    static void arraycopy(Object from, int fromIndex, Object to, int toIndex, int length) {
        ArrayCopy.copy(from, fromIndex, to, toIndex, length);
    }

    @Substitute
    static int identityHashCode(Object object) {
        return object == null ? 0 : ObjectSubstitution.hashCode(object);
    }

    @Substitute
    static void exit(int status) {
        Platform.current().exit(status);
    }

    @Substitute
    static long nanoTime() {
        return Platform.current().nanoTime();
    }

    @Substitute
    static long currentTimeMillis() {
        return Platform.current().currentTimeMillis();
    }

    @Substitute
    static String lineSeparator() {
        return "\n";
    }
}
