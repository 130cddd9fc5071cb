/** A compilation unit: what comes from one source file. */
package org.peaberry.compiler.debug;

import java.util.ArrayList;
import java.util.List;

final class Unit {
    private final SourceFile source;
    private final FileTable files;
    private final Entry entry;
    private final List<PlacedMethod> methods = new ArrayList<>();

    Unit(SourceFile source, String compilationDirectory) {
        this.source = source;
        files = new FileTable(compilationDirectory, source);
        entry = new Entry(Tag.COMPILE_UNIT);
    }

    SourceFile source() {
        return source;
    }

    /** Numbers of the files its code comes from. */
    FileTable files() {
        return files;
    }

    Entry entry() {
        return entry;
    }

    /** Compiled methods of this file, in ascending order of their addresses. */
    List<PlacedMethod> methods() {
        return methods;
    }
}
