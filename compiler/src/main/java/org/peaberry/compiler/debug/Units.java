/** All compilation units, in the order in which they were first asked for. */
package org.peaberry.compiler.debug;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.peaberry.compiler.world.ClassInfo;

final class Units {
    private final String compilationDirectory;
    private final Map<SourceFile, Unit> units = new LinkedHashMap<>();

    Units(String compilationDirectory) {
        this.compilationDirectory = compilationDirectory;
    }

    Unit of(ClassInfo type) {
        return units.computeIfAbsent(SourceFile.of(type), source -> new Unit(source, compilationDirectory));
    }

    Collection<Unit> all() {
        return units.values();
    }
}
