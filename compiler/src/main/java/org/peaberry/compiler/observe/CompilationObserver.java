/** Looks at a compilation while it runs. */
package org.peaberry.compiler.observe;

/** What it does not override costs nothing. Calls about graphs come from several threads, those about one graph one after the other. */
public interface CompilationObserver {
    CompilationObserver NONE = new CompilationObserver() {
    };

    /** Who looks at the passes, or {@link PassObserver#NONE}. */
    default PassObserver passes() {
        return PassObserver.NONE;
    }

    /** The image is linked. */
    default void finished(CompiledProgram program) {
    }
}
