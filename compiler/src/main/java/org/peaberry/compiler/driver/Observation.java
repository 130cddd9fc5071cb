/** Keeps what reports and listings need of a compilation until its image is written. */
package org.peaberry.compiler.driver;

import org.peaberry.compiler.observe.CompilationObserver;
import org.peaberry.compiler.observe.CompiledProgram;

final class Observation implements CompilationObserver {
    private CompiledProgram program;

    @Override
    public void finished(CompiledProgram compiled) {
        program = compiled;
    }

    CompiledProgram program() {
        return program;
    }
}
