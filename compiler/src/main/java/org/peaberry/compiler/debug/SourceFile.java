/** A source file, by its place in the package tree. */
package org.peaberry.compiler.debug;

import org.peaberry.compiler.world.ClassInfo;

/**
 * @param folder {@code org/example}; empty for the default package
 * @param name   {@code Main.java}
 */
record SourceFile(String folder, String name) {
    private static final String UNKNOWN = "Unknown.java";

    static SourceFile of(ClassInfo type) {
        String file = type.node() == null || type.node().sourceFile == null ? UNKNOWN : type.node().sourceFile;
        int slash = type.name().lastIndexOf('/');
        return new SourceFile(slash < 0 ? "" : type.name().substring(0, slash), file);
    }

    String path() {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
