/** A compiled method at its address. */
package org.peaberry.compiler.debug;

import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.world.MethodInfo;

/** @param address of its first instruction */
record PlacedMethod(CompiledMethod compiled, long address) {
    MethodInfo method() {
        return compiled.method();
    }

    int size() {
        return compiled.code().length;
    }

    CodeRange range() {
        return new CodeRange(address, size());
    }
}
